package workspace.chats.system;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * How many web chats a second are created over HTTP, and how many times a second the bare database
 * takes the same rows, in turns on the same server. The gateway does more for each: the token, the
 * directory, the rules, the answer, and the relay that empties the outbox meanwhile; and the other
 * services, which share the machine, read every event. So it is measured with them and without. Two
 * more parts say what is possible on these cores: requests that are sent away before the database
 * is asked (r times as many as bare inserts), and inserts whose events the relay publishes, without
 * any request (p times as many). Creates that cost both and nothing else would be 1 / (1 / r + 1 /
 * p) times the inserts.
 */
class ThroughputBenchmark {

    private static final int CALLERS = 16;
    private static final int ROUNDS = 3;
    private static final List<String> CONSUMERS =
            List.of("assignment-service", "channel-dispatcher", "voice-caller");
    private static final Duration WARM_UP = Duration.ofSeconds(90);
    private static final Duration ROUND = Duration.ofSeconds(10);

    private final RunningSystem system = RunningSystem.get();
    private final Workspace demo = system.workspace("demo");

    @Test
    void createsSideBySideWithTheirInserts() {
        var creates = new RepeatedCreates(demo.chatsUrl(), demo.member("operator").token());
        var inserts = BareInserts.of(system, demo);
        creates.perSecond(CALLERS, WARM_UP);
        inserts.perSecond(CALLERS, Duration.ofSeconds(5));
        measure("POST /chats with all services", creates::perSecond, inserts);
        CONSUMERS.forEach(system::kill);
        measure("POST /chats with the gateway alone", creates::perSecond, inserts);
        var strays = strays();
        strays.perSecond(CALLERS, WARM_UP);
        measure("POST /chats of no workspace with the gateway alone", strays::perSecond, inserts);
        var published = BareInserts.published(system, demo);
        published.perSecond(CALLERS, ROUND);
        measure(published.name() + " with the gateway alone", published::perSecond, inserts);
        system.up();
    }

    /** They end where the workspace's name is read: before the body, the rules and the database. */
    private RepeatedCreates strays() {
        var nowhere = demo.chatsUrl().replaceFirst("/w/[^/]+", "/w/nobody");
        return new RepeatedCreates(
                nowhere, demo.member("operator").token(), "{\"channel\":\"web-chat\"}", 404);
    }

    private interface Work {
        double perSecond(int clients, Duration time);
    }

    private static void measure(String what, Work work, BareInserts inserts) {
        var rounds =
                IntStream.rangeClosed(1, ROUNDS)
                        .mapToDouble(round -> ratio(round, work, inserts))
                        .sorted()
                        .toArray();
        System.out.printf(
                "Measured: %s against %s, ratio of %d rounds: median %.2f, %s%n",
                what, inserts.name(), ROUNDS, rounds[ROUNDS / 2], Arrays.toString(rounds));
    }

    private static double ratio(int round, Work work, BareInserts inserts) {
        double done = work.perSecond(CALLERS, ROUND);
        double bare = inserts.perSecond(CALLERS, ROUND);
        System.out.printf(
                "Measured: round %d: %.0f/s, %.0f/s by %s, ratio %.2f%n",
                round, done, bare, inserts.name(), done / bare);
        return done / bare;
    }
}
