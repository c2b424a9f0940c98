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
 * services, which share the machine, read every event. So it is measured with them and without.
 * What is sent away before the database is asked says what a create would cost that cost the
 * database nothing: where there are r times as many of those as of the bare inserts, creates on the
 * same cores cannot be more than r / (1 + r) times the inserts.
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
        measure("with all services", creates, inserts);
        CONSUMERS.forEach(system::kill);
        measure("with the gateway alone", creates, inserts);
        var strays = strays();
        strays.perSecond(CALLERS, WARM_UP);
        measure("of no workspace, with the gateway alone", strays, inserts);
        system.up();
    }

    /** They end where the workspace's name is read: before the body, the rules and the database. */
    private RepeatedCreates strays() {
        var nowhere = demo.chatsUrl().replaceFirst("/w/[^/]+", "/w/nobody");
        return new RepeatedCreates(
                nowhere, demo.member("operator").token(), "{\"channel\":\"web-chat\"}", 404);
    }

    private static void measure(String what, RepeatedCreates creates, BareInserts inserts) {
        var rounds =
                IntStream.rangeClosed(1, ROUNDS)
                        .mapToDouble(round -> ratio(round, creates, inserts))
                        .sorted()
                        .toArray();
        System.out.printf(
                "Measured: POST /chats against %s, %s, ratio of %d rounds: median %.2f, %s%n",
                inserts.name(), what, ROUNDS, rounds[ROUNDS / 2], Arrays.toString(rounds));
    }

    private static double ratio(int round, RepeatedCreates creates, BareInserts inserts) {
        double http = creates.perSecond(CALLERS, ROUND);
        double database = inserts.perSecond(CALLERS, ROUND);
        System.out.printf(
                "Measured: round %d: %.0f/s over HTTP, %.0f/s by %s, ratio %.2f%n",
                round, http, database, inserts.name(), http / database);
        return http / database;
    }
}
