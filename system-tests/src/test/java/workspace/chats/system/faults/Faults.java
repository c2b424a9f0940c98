package workspace.chats.system.faults;

import workspace.chats.system.RunningSystem;
import workspace.chats.system.history.Checker;
import workspace.chats.system.history.Fact;
import workspace.chats.system.history.History;
import workspace.chats.system.history.Verdict;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/**
 * The command. Each scenario has a system of its own, in a folder of its own under {@code .faults},
 * which keeps the history; the system itself is thrown away when the verdict is good.
 */
final class Faults {

    private static final Clock CLOCK = Clock.systemUTC();

    private final Options options;

    private Faults(Options options) {
        this.options = options;
    }

    public static void main(String[] words) {
        try {
            System.exit(new Faults(Options.of(List.of(words))).run() ? 0 : 1);
        } catch (Options.NotUnderstood e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private boolean run() {
        if (options.check() != null) {
            return check(options.check());
        }
        if (options.resume() != null) {
            return resume(options.resume());
        }
        var seed = options.seed().orElseGet(() -> new Random().nextInt(1, 1_000_000));
        return chosen().stream()
                .map(scenario -> run(scenario, size(scenario), seed, folder(scenario, seed)))
                .reduce(true, Boolean::logicalAnd);
    }

    private static boolean check(Path folder) {
        try (var history = History.in(existing(folder))) {
            return tell(Checker.judge(history.facts(), scenario(history)::judge));
        }
    }

    private boolean resume(Path folder) {
        Fact.Began began;
        try (var history = History.in(existing(folder))) {
            began = beginning(history);
        }
        var scenario = Scenarios.called(began.scenario());
        return run(scenario, Scenario.Size.of(began), began.seed(), folder);
    }

    private static Fact.Began beginning(History history) {
        return history.seen(Fact.Began.class).stream()
                .findFirst()
                .orElseThrow(() -> new Options.NotUnderstood("Nothing began there"));
    }

    private static Scenario scenario(History history) {
        return Scenarios.called(beginning(history).scenario());
    }

    private static Path existing(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new Options.NotUnderstood("There is no folder " + folder);
        }
        return folder;
    }

    private boolean run(Scenario scenario, Scenario.Size size, long seed, Path folder) {
        say(
                "%s: %s. Seed %d, %d rounds of %d clients; history in %s"
                        .formatted(
                                scenario.name(),
                                scenario.says(),
                                seed,
                                size.rounds(),
                                size.clients(),
                                folder));
        var began = CLOCK.instant();
        var system = RunningSystem.in(folder.resolve("stack")).with(scenario.environment(folder));
        scenario.prepare(folder);
        var stop = new Thread(system::down);
        Runtime.getRuntime().addShutdownHook(stop);
        try (var history = History.in(folder)) {
            if (Files.exists(folder.resolve("stack"))) {
                var _ = system.chats("down"); // what a run that was cut has left
            }
            system.up();
            var run = new Run(system, scenario, size, seed, history, CLOCK, Faults::say);
            var good = tell(run.judge());
            say(
                    scenario.name()
                            + " took "
                            + Duration.between(began, CLOCK.instant()).toSeconds()
                            + " s");
            Runtime.getRuntime().removeShutdownHook(stop);
            var _ = system.chats(good ? "reset" : "down");
            return good;
        }
    }

    private List<Scenario> chosen() {
        return options.scenarios().isEmpty()
                ? Scenarios.ALL
                : options.scenarios().stream().map(Scenarios::called).toList();
    }

    private Scenario.Size size(Scenario scenario) {
        var usual = options.isShort() ? scenario.shortSize() : scenario.size();
        return options.rounds().isPresent() ? usual.withRounds(options.rounds().getAsInt()) : usual;
    }

    private static Path folder(Scenario scenario, long seed) {
        var root = Objects.requireNonNull(Path.of("").toAbsolutePath().getParent());
        try {
            var parent = Files.createDirectories(root.resolve(".faults"));
            var name = scenario.name() + "-" + seed;
            var folder = parent.resolve(name);
            for (int again = 2; Files.exists(folder); again++) {
                folder = parent.resolve(name + "-" + again);
            }
            return Files.createDirectory(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static boolean tell(Verdict verdict) {
        say(verdict.print());
        return verdict.isGood();
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
