package workspace.chats.system.faults;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Random;
import java.util.stream.IntStream;
import workspace.chats.system.RunningSystem;
import workspace.chats.system.history.Fact;
import workspace.chats.system.history.History;
import workspace.chats.system.history.Verdict;

/**
 * One scenario on one running system, from the first client to the verdict. Rounds that the history
 * has already are not repeated.
 */
record Run(
        RunningSystem system,
        Scenario scenario,
        Scenario.Size size,
        long seed,
        History history,
        Clock clock,
        Progress progress) {

    private static final Duration LATECOMERS = Duration.ofSeconds(3);
    private static final Duration LOOK = Duration.ofMillis(500);

    /** Told what goes on. */
    interface Progress {
        void say(String line);
    }

    Verdict judge() {
        var name = "f%x-%x".formatted(seed, clock.millis());
        var setup = Setup.of(history.folder(), system, name, size.allClients(), new Random(seed));
        if (history.seen(Fact.Began.class).isEmpty()) {
            history.add(size.begins(scenario.name(), seed, clock.millis()));
        }
        scenario.begin(course(setup.site(), 0));
        goThrough(setup);
        scenario.end(course(setup.site(), size.rounds() + 1));
        comeToRest(new Snapshot(system, setup.site()));
        return scenario.verdict(history.facts());
    }

    private void goThrough(Setup setup) {
        var client =
                new Client(
                        new Doors(system, setup.site().id()),
                        setup.site().token(),
                        history,
                        clock,
                        Duration.ofSeconds(size.patience()));
        int done = history.seen(Fact.Round.class).size();
        try (var crowd =
                Crowd.of(
                        client,
                        setup.wishes(),
                        size.perSecond(),
                        scenario.atOnce(size),
                        firstOpen())) {
            for (int round = done + 1; round <= size.rounds(); round++) {
                round(crowd, course(setup.site(), round));
            }
            crowd.letIn(size.allClients());
            crowd.haveGone();
        }
    }

    /** Trouble comes when some of the round's clients have come, and others are still coming. */
    private void round(Crowd crowd, Course course) {
        int before = (course.round() - 1) * size.clients();
        crowd.letIn(before + size.clients());
        int more = scenario.isEarly() ? 0 : course.random().nextInt(size.clients());
        crowd.haveCome(before + 1 + more);
        scenario.round(course);
        history.add(new Fact.Round(course.round(), clock.millis()));
        progress.say("round %d of %d".formatted(course.round(), size.rounds()));
    }

    private Course course(Site site, int round) {
        return new Course(system, site, history, new Random(seed * 31 + round), clock, size, round);
    }

    /** The first client who has no answer yet: whoever comes after him asks again with his key. */
    private int firstOpen() {
        var answered = history.seen(Fact.Changed.class).stream().map(Fact.Changed::number);
        var known = new HashSet<>(answered.toList());
        return IntStream.range(0, size.allClients())
                .filter(number -> !known.contains(number))
                .findFirst()
                .orElse(size.allClients());
    }

    private void comeToRest(Snapshot snapshot) {
        progress.say("waiting until nothing is on its way");
        var quiet =
                Patience.until(
                        Duration.ofSeconds(size.patience()),
                        LOOK,
                        () -> snapshot.unfinished() == 0);
        Patience.pause(LATECOMERS);
        var found = new ArrayList<Fact.Found>(snapshot.take());
        found.add(new Fact.Ended(quiet, clock.millis()));
        history.end(found);
    }
}
