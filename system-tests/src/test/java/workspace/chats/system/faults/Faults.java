package workspace.chats.system.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;
import workspace.chats.system.RunningSystem;
import workspace.chats.system.history.Fact;
import workspace.chats.system.history.History;
import workspace.chats.system.history.Verdict;

/**
 * The command. A run has a system of its own, in a folder of its own under {@code .faults}, which
 * keeps the histories; the system itself is thrown away when all verdicts are good.
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
        var chosen = chosen();
        if (chosen.size() == 1) {
            var scenario = chosen.getFirst();
            var folder = folder(scenario.name(), seed);
            return run(scenario, size(scenario), seed, folder, folder.resolve("stack"));
        }
        var folder = folder("all", seed);
        return run(plan(chosen, seed).keptIn(folder), folder);
    }

    private static boolean check(Path folder) {
        try (var history = History.in(existing(folder))) {
            return tell(scenario(history).verdict(history.facts()));
        }
    }

    private static boolean resume(Path folder) {
        var plan = Plan.in(existing(folder));
        return plan.isPresent() ? run(plan.get(), folder) : resumeOne(folder);
    }

    private static boolean resumeOne(Path folder) {
        Fact.Began began;
        try (var history = History.in(existing(folder))) {
            began = beginning(history);
        }
        var scenario = Scenarios.called(began.scenario());
        return run(scenario, Scenario.Size.of(began), began.seed(), folder, stack(folder));
    }

    /** Its own, or that of all the scenarios that it was one of. */
    private static Path stack(Path folder) {
        var own = folder.resolve("stack");
        return Files.exists(own) ? own : folder.resolveSibling("stack");
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

    private static boolean run(
            Scenario scenario, Scenario.Size size, long seed, Path folder, Path stack) {
        var bare = RunningSystem.in(stack);
        var system = bare.with(scenario.environment(folder, bare));
        scenario.prepare(folder);
        return during(system, session -> run(session, scenario, size, seed, folder));
    }

    private static boolean isEnded(Path folder) {
        try (var history = History.in(folder)) {
            return history.isEnded();
        }
    }

    private Plan plan(List<Scenario> scenarios, long seed) {
        return new Plan(
                seed,
                scenarios.stream()
                        .map(scenario -> new Plan.Part(scenario.name(), size(scenario)))
                        .toList());
    }

    /** On one system, which is started once; what has its end is judged again, not run. */
    private static boolean run(Plan plan, Path folder) {
        var system = RunningSystem.in(folder.resolve("stack"));
        return during(
                system,
                session ->
                        plan.parts().stream()
                                .map(part -> run(session, part, plan.seed(), part.folder(folder)))
                                .reduce(true, Boolean::logicalAnd));
    }

    private static boolean run(Session session, Plan.Part part, long seed, Path folder) {
        return isEnded(folder)
                ? check(folder)
                : run(session, part.scenario(), part.size(), seed, folder);
    }

    /** What is left of a run that was cut is stopped before, and all is stopped after. */
    private static boolean during(RunningSystem system, Predicate<Session> work) {
        var stop = new Thread(system::down);
        Runtime.getRuntime().addShutdownHook(stop);
        system.down();
        system.up();
        boolean good = work.test(new Session(system, CLOCK, Faults::say));
        Runtime.getRuntime().removeShutdownHook(stop);
        var _ = system.chats(good ? "reset" : "down");
        return good;
    }

    private static boolean run(
            Session session, Scenario scenario, Scenario.Size size, long seed, Path folder) {
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
        boolean good = tell(session.run(scenario, size, seed, folder));
        say(
                "%s took %d s"
                        .formatted(
                                scenario.name(),
                                Duration.between(began, CLOCK.instant()).toSeconds()));
        return good;
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

    /** A new one, so that no run takes another's place. */
    private static Path folder(String what, long seed) {
        var root = Objects.requireNonNull(Path.of("").toAbsolutePath().getParent());
        var name = root.resolve(".faults").resolve(what + "-" + seed).toString();
        var folder = Path.of(name);
        for (int again = 2; Files.exists(folder); again++) {
            folder = Path.of(name + "-" + again);
        }
        return made(folder);
    }

    private static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
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
