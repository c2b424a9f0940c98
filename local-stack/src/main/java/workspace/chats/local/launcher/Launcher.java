package workspace.chats.local.launcher;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import workspace.chats.local.Folders;

/**
 * The commands of {@code ./chats} that the script does not do itself. Arguments: the repository,
 * the command, what it is about.
 */
final class Launcher {

    private static final Set<String> STARTING = Set.of("up", "start");

    private final Home home;
    private final HomeFolder folder;
    private final Map<String, String> shell;
    private final Output output = new Output(System.out);
    private final Processes processes;

    private Launcher(Home home, Map<String, String> shell) {
        this.home = home;
        this.folder = new HomeFolder(home);
        this.shell = shell;
        this.processes = new Processes(home);
    }

    public static void main(String[] args) {
        try {
            var launcher =
                    new Launcher(Home.of(Path.of(args[0]), System.getenv()), System.getenv());
            System.exit(launcher.run(List.of(args).subList(1, args.length)));
        } catch (CannotDo e) {
            System.err.println("\n" + e.getMessage());
            System.exit(1);
        }
    }

    private int run(List<String> words) {
        String name = words.size() > 1 ? words.get(1) : "";
        String command = words.getFirst();
        if (!command.equals("dlt") && !(command.equals("workspace") && namesDatabase())) {
            requireHome(command);
        }
        return switch (command) {
            case "up" -> alone(() -> startable().up());
            case "start" -> alone(() -> startable().start(name, instance(words)));
            case "kill" -> alone(() -> stack().kill(name));
            case "down" -> alone(this::down);
            case "reset" -> alone(this::reset);
            case "status" -> stack().status() ? 0 : 1;
            case "token" -> print(stack().token(name));
            case "demo" -> demo() ? 0 : 1;
            case "workspace" -> createWorkspace(NewWorkspace.of(words.subList(1, words.size())));
            case "dlt" -> deadLetters(words.subList(1, words.size()));
            default -> throw new CannotDo("Not a command: " + command);
        };
    }

    private void requireHome(String command) {
        folder.refuseForeign();
        if (!folder.isOurs() && !STARTING.contains(command)) {
            throw new CannotDo("Nothing has been started here yet; ./chats up does it");
        }
    }

    /** A second launcher at the same time would only stand in the way. */
    private int alone(Runnable work) {
        folder.make();
        try (var channel = FileChannel.open(home.lock(), CREATE, WRITE);
                var lock = channel.tryLock()) {
            if (lock == null) {
                throw new CannotDo("Another ./chats is at work here; try again when it is done");
            }
            work.run();
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stack startable() {
        settings().refuseOneDatabase();
        return stack();
    }

    private Stack stack() {
        return new Stack(settings(), processes, output);
    }

    private Settings settings() {
        folder.make();
        return new Settings(home, plan(), Secrets.of(home), shell);
    }

    /** The ports of what runs, else those that the shell asks for. */
    private PortPlan plan() {
        var known = PrivateJson.read(home.ports(), PortPlan.class);
        if (known.isPresent() && !processes.all().isEmpty()) {
            known.get().refuseOther(shell);
            return known.get();
        }
        return PortPlan.of(shell);
    }

    private void down() {
        new Stopper(processes, output).stopAll();
        Folders.delete(home.stackJson());
        Folders.delete(home.ports());
        output.say("Nothing runs; the data stays in " + home.local());
    }

    private void reset() {
        new Stopper(processes, output).stopAll();
        folder.erase();
        output.say("Nothing runs, and all data is gone");
    }

    private boolean demo() {
        var json =
                PrivateJson.read(home.stackJson(), JsonNode.class)
                        .orElseThrow(() -> new CannotDo("Nothing runs; ./chats up starts it"));
        try (var http = new JsonHttp(stack().token("operator"))) {
            return new Demonstration(json, http, output).run();
        }
    }

    /** In the database that the shell names, else in the local stack's. */
    private int createWorkspace(NewWorkspace wish) {
        if (namesDatabase()) {
            new WorkspaceMaker(shell).make(wish, output);
            return 0;
        }
        var settings = settings();
        var ofChatApi = settings.service(Program.CHAT_API, plan().of(Port.CHAT_API));
        new WorkspaceMaker(ofChatApi).make(wish, output);
        return print("Token:         " + new Demo(settings).tokenOf(wish.admin()));
    }

    private int deadLetters(List<String> words) {
        return new DeadLetterDesk(shell)
                .run(
                        words,
                        program -> {
                            requireHome("dlt");
                            return settings().service(program, plan().of(program.port()));
                        });
    }

    private boolean namesDatabase() {
        return shell.containsKey("DATABASE_URL");
    }

    private int print(String line) {
        output.say(line);
        return 0;
    }

    private static int instance(List<String> words) {
        if (words.size() <= 2) {
            return 1;
        }
        if (words.size() == 4
                && words.get(2).equals("--instance")
                && words.get(3).matches("[1-9]")) {
            return Integer.parseInt(words.get(3));
        }
        throw new CannotDo("Say ./chats start NAME, or ./chats start NAME --instance N (1 to 9)");
    }
}
