package workspace.chats.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import workspace.chats.local.Ports;

/**
 * The system as {@code ./chats up} starts it, on ports and in a folder of its own, once for all
 * tests; stopped when the tests end.
 */
public final class RunningSystem {

    private static final Path ROOT =
            Objects.requireNonNull(Path.of("").toAbsolutePath().getParent());
    private static final Duration LAUNCHER_PATIENCE = Duration.ofMinutes(10);
    private static final List<String> PORTS =
            List.of(
                    "CHAT_API_PORT",
                    "ASSIGNMENT_SERVICE_PORT",
                    "CHANNEL_DISPATCHER_PORT",
                    "VOICE_CALLER_PORT",
                    "IDENTITY_PORT",
                    "TWILIO_SIM_PORT",
                    "MAIL_PORT",
                    "MAIL_SMTP_PORT",
                    "POSTGRES_PORT",
                    "KAFKA_PORT",
                    "KAFKA_CONTROLLER_PORT");

    private static @Nullable RunningSystem running;
    private static @Nullable String trouble;

    private final Path home;
    private final Map<String, String> environment;

    private RunningSystem(Path home, Map<String, String> environment) {
        this.home = home;
        this.environment = environment;
    }

    /** One in that folder, which is not started yet; if there was one before, on its ports. */
    public static RunningSystem in(Path home) {
        return new RunningSystem(home, environment(home));
    }

    /** The same, and what it starts from now on has these variables too. */
    public RunningSystem with(Map<String, String> more) {
        var all = new TreeMap<>(environment);
        all.putAll(more);
        return new RunningSystem(home, all);
    }

    /** The variables that its processes have. */
    public Map<String, String> environment() {
        return environment;
    }

    /** If it did not come up once, nobody tries it again: a second one would fare no better. */
    public static synchronized RunningSystem get() {
        if (trouble != null) {
            throw new IllegalStateException("the system did not come up: " + trouble);
        }
        if (running == null) {
            running = started(in(folder()));
        }
        return running;
    }

    private static RunningSystem started(RunningSystem system) {
        Runtime.getRuntime().addShutdownHook(new Thread(system::down));
        try {
            system.up();
            return system;
        } catch (RuntimeException | AssertionError failed) {
            trouble = failed.toString();
            system.down();
            throw failed;
        }
    }

    Path home() {
        return home;
    }

    public JsonNode json() {
        try {
            return Json.read(Files.readString(home.resolve("stack.json")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The addresses of the gateway's instances that were started, by their names. */
    public Map<String, String> gateways() {
        var urls = new TreeMap<String, String>();
        json().path("gateways").forEachEntry((name, url) -> urls.put(name, url.asString()));
        urls.putIfAbsent("chat-api", url("apiUrl"));
        return urls;
    }

    public String url(String name) {
        return json().path(name).asString();
    }

    Workspace workspace(String name) {
        return new Workspace(url("apiUrl"), json().path("workspaces").path(name));
    }

    Phones phones() {
        return new Phones(url("twilioUrl"));
    }

    Mailboxes mailboxes() {
        return new Mailboxes(url("mailUrl"));
    }

    public Tables tables(String service) {
        return new Tables(json().path("jdbcUrls").path(service).asString());
    }

    public TopicLog topics() {
        return new TopicLog(url("kafkaBootstrap"));
    }

    /** The database server's, for what no service may do. */
    TwinRows.Role administrator() {
        return role("postgres", "postgresPassword");
    }

    /** As whom the gateway itself writes: under row-level security. */
    TwinRows.Role gateway() {
        return role("chat_api_app", "databasePassword");
    }

    private TwinRows.Role role(String user, String password) {
        try {
            var secrets = Json.read(Files.readString(home.resolve("secrets.json")));
            return new TwinRows.Role(
                    "127.0.0.1",
                    Integer.parseInt(Objects.requireNonNull(environment.get("POSTGRES_PORT"))),
                    user,
                    secrets.path(password).asString(),
                    "chat_api");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The gateway's database, as one who may do everything there. */
    public Connection gatewaysDatabase() throws SQLException {
        return administrator().connect();
    }

    /** How often each text reached a phone or a mailbox. */
    Map<String, Long> received() {
        return Stream.concat(phones().bodies(), mailboxes().texts())
                .collect(Collectors.groupingBy(text -> text, Collectors.counting()));
    }

    /** SIGKILL, as a machine that loses power would. */
    void kill(String process) {
        chats("kill", process);
    }

    /** As {@link #kill}, within a millisecond: the launcher takes longer than a request does. */
    public void killAtOnce(String process) {
        ProcessHandle.of(pid(process)).orElseThrow().destroyForcibly();
    }

    public long pid(String process) {
        return json().path("processes").path(process).asLong();
    }

    public boolean isAlive(String process) {
        return ProcessHandle.of(pid(process)).filter(ProcessHandle::isAlive).isPresent();
    }

    /** Brings back whatever is not running. */
    public void up() {
        chats("up");
    }

    public void start(String process) {
        chats("start", process);
    }

    /** Does nothing where nothing was ever started. */
    public void down() {
        if (Files.exists(home)) {
            chats("down");
        }
    }

    /**
     * SIGKILL of a command of the launcher as soon as it says that; how far it came, nobody knows.
     */
    void killsWhenItSays(String word, List<String> arguments) {
        var command = new ArrayList<>(List.of(ROOT.resolve("chats").toString()));
        command.addAll(arguments);
        new Command(ROOT, environment, LAUNCHER_PATIENCE).killWhenItSays(word, command);
    }

    /** Runs the launcher as a user would. */
    public String chats(String... arguments) {
        var command = new ArrayList<>(List.of(ROOT.resolve("chats").toString()));
        command.addAll(List.of(arguments));
        return new Command(ROOT, environment, LAUNCHER_PATIENCE).run(command);
    }

    private static Map<String, String> environment(Path home) {
        var environment = new TreeMap<String, String>();
        environment.put("CHATS_HOME", home.toString());
        // ten minutes in production; nobody waits that long for a test
        environment.put("WORKSPACE_EFFECTS_UNKNOWNDEADLINE", "20s");
        environment.put("WORKSPACE_EFFECTS_LOOKWAITS", "2s,3s,5s");
        environment.putAll(ports(home));
        return environment;
    }

    /** Tokens and addresses that somebody kept must still be good when it is started again. */
    private static Map<String, String> ports(Path home) {
        // beside it: the launcher takes no folder that has other things in it
        var kept = home.resolveSibling(home.getFileName() + ".ports-of-before.json");
        var ports = new TreeMap<String, String>();
        try {
            if (Files.exists(kept)) {
                Json.read(Files.readString(kept))
                        .forEachEntry((name, port) -> ports.put(name, port.asString()));
            } else {
                ports.putAll(freePorts());
                Files.createDirectories(Objects.requireNonNull(kept.getParent()));
                Files.writeString(kept, Json.write(ports));
            }
            return ports;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** No two are the same. */
    private static Map<String, String> freePorts() {
        var ports = new TreeMap<String, String>();
        var free = Ports.free(PORTS.size()).iterator();
        PORTS.forEach(name -> ports.put(name, Integer.toString(free.next())));
        return ports;
    }

    /** A new one: the launcher makes it, with the rights that it needs. */
    private static Path folder() {
        return Path.of(
                System.getProperty("java.io.tmpdir"), "workspace-chats-" + UUID.randomUUID());
    }
}
