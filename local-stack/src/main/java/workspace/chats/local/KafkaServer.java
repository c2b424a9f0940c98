package workspace.chats.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * One real Kafka node, broker and controller in a process of its own, on 127.0.0.1.
 *
 * @param data the folder of its logs
 * @param classPath this module's, from which its process runs
 * @param jvmOptions beside those for its memory
 */
public record KafkaServer(
        Path data, int port, int controllerPort, String classPath, List<String> jvmOptions) {

    /** Starts in half the processor time; not for who measures its speed. */
    public static final String FAST_START = "-XX:TieredStopAtLevel=1";

    /** How long it may take until it serves, on a busy machine too. */
    public static final Duration PATIENCE = Duration.ofMinutes(3);

    /**
     * Starts it and waits until it serves.
     *
     * @param spawn starts a command as a process
     */
    public Process start(Function<List<String>, Process> spawn) {
        var process = spawn.apply(command());
        var deadline = Deadline.in(PATIENCE);
        try (var admin = onlooker()) {
            while (!isReady(admin)) {
                if (!process.isAlive()) {
                    throw new IllegalStateException("stopped while starting");
                }
                deadline.pause("did not start within " + PATIENCE.toSeconds() + " s");
            }
        }
        return process;
    }

    public String bootstrap() {
        return "127.0.0.1:" + port;
    }

    /** A client as patient as Kafka's own are. */
    public Admin admin() {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap()));
    }

    /** Gives up on a call after five seconds: between two, the process may be found dead. */
    private Admin onlooker() {
        return Admin.create(
                Map.of(
                        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap(),
                        AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000,
                        AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000,
                        AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 100));
    }

    private List<String> command() {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-Xms64m", "-XX:+UseSerialGC"));
        command.addAll(jvmOptions);
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.addAll(List.of("-cp", classPath, KafkaBroker.class.getName(), data.toString()));
        command.addAll(List.of(Integer.toString(port), Integer.toString(controllerPort)));
        return command;
    }

    /** Whether it serves. */
    public boolean isReady() {
        try (var admin = onlooker()) {
            return isReady(admin);
        }
    }

    private static boolean isReady(Admin admin) {
        try {
            return !admin.describeCluster().nodes().get().isEmpty();
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
