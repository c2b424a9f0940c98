package workspace.chats.local.launcher;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import workspace.chats.local.dlt.Addressee;
import workspace.chats.local.dlt.CommandFailed;
import workspace.chats.local.dlt.DeadLetterCommand;
import workspace.chats.local.dlt.Installation;
import workspace.chats.local.dlt.KafkaAddress;

/**
 * Seats the operator of {@code ./chats dlt} before the dead letters of the local stack, or of one
 * consumer anywhere when the shell names its database and Kafka.
 */
final class DeadLetterDesk {

    private static final String DATABASE_URL = "DATABASE_URL";
    private static final String KAFKA = "KAFKA_BOOTSTRAP_SERVERS";

    private final Map<String, String> shell;
    private final PrintWriter out;
    private final PrintWriter err;

    DeadLetterDesk(Map<String, String> shell) {
        this(
                shell,
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    }

    DeadLetterDesk(Map<String, String> shell, PrintWriter out, PrintWriter err) {
        this.shell = shell;
        this.out = out;
        this.err = err;
    }

    /** Returns its exit code. */
    int run(List<String> words, Function<Program, Map<String, String>> local) {
        return new DeadLetterCommand(
                        consumer -> installation(consumer, local),
                        System.getProperty("user.name"),
                        out,
                        err)
                .run(words);
    }

    private Installation installation(
            Optional<String> consumer, Function<Program, Map<String, String>> local) {
        if (shell.containsKey(DATABASE_URL)) {
            return elsewhere(consumer);
        }
        refuseKafkaWithoutBooks();
        try {
            return here(consumer.map(DeadLetterDesk::program), local);
        } catch (CannotDo refused) {
            throw new CommandFailed(String.valueOf(refused.getMessage()));
        }
    }

    /** The letters of one installation are not in the books of another. */
    private void refuseKafkaWithoutBooks() {
        Stream.concat(
                        Stream.of(KAFKA),
                        Arrays.stream(Program.values()).map(it -> it.name() + "_" + KAFKA))
                .filter(shell::containsKey)
                .findFirst()
                .ifPresent(name -> {
                    throw new CommandFailed(
                            name
                                    + " is set, but DATABASE_URL is not: set it and DATABASE_USER and"
                                    + " DATABASE_PASSWORD too, or unset "
                                    + name
                                    + " for the local stack");
                });
    }

    /** Each consumer has a database of its own, so only one of them can be meant. */
    private Installation elsewhere(Optional<String> consumer) {
        var program =
                consumer.map(DeadLetterDesk::program)
                        .orElseThrow(() ->
                                CommandFailed.misuse(
                                        "DATABASE_URL is one consumer's: say which with --consumer"));
        return new Installation(kafka(), List.of(addressee(program, shell)));
    }

    private KafkaAddress kafka() {
        var bootstrap = setting(shell, KAFKA);
        var file = shell.get("KAFKA_CLIENT_CONFIG");
        return file == null
                ? KafkaAddress.open(bootstrap)
                : KafkaAddress.secured(bootstrap, Path.of(file));
    }

    private static Installation here(
            Optional<Program> consumer, Function<Program, Map<String, String>> local) {
        var programs = consumer.map(List::of).orElseGet(() -> Arrays.asList(Program.values()));
        return new Installation(
                KafkaAddress.open(setting(local.apply(Program.CHAT_API), KAFKA)),
                programs.stream()
                        .map(program -> addressee(program, local.apply(program)))
                        .toList());
    }

    private static Addressee addressee(Program program, Map<String, String> environment) {
        return new Addressee(
                program.processName(),
                program.topics(),
                new Addressee.Database(
                        setting(environment, DATABASE_URL),
                        setting(environment, "DATABASE_USER"),
                        setting(environment, "DATABASE_PASSWORD")));
    }

    private static Program program(String name) {
        return Arrays.stream(Program.values())
                .filter(program -> program.processName().equals(name))
                .findFirst()
                .orElseThrow(() -> CommandFailed.misuse("No consumer is called " + name));
    }

    private static String setting(Map<String, String> environment, String name) {
        var value = environment.get(name);
        if (value == null) {
            throw new CommandFailed(
                    name
                            + " is not set; KAFKA_BOOTSTRAP_SERVERS, DATABASE_URL, DATABASE_USER and"
                            + " DATABASE_PASSWORD go together");
        }
        return value;
    }
}
