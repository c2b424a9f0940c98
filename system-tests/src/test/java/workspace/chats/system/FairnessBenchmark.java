package workspace.chats.system;

import static org.assertj.core.api.Assertions.assertThat;
import static workspace.chats.system.ChatRequest.sms;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * What a flood of one workspace costs another: one creates as many texts as the gateway takes, the
 * other one every two seconds meanwhile. Its wait is from the commit to the provider's door, as in
 * {@link LatencyBenchmark}; the extra wait is that beyond the median of a quiet minute before.
 * {@code ./chats bench Fairness} runs it; {@code -Dfairness.chats} says how many texts the flood
 * has.
 */
class FairnessBenchmark {

    private static final int FLOOD = Integer.getInteger("fairness.chats", 100_000);
    private static final int WARM_UP = Math.min(FLOOD, 5_000);
    private static final int ALONE = 30;
    private static final int CALLERS = 16;
    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final double EXTRA_MILLIS = 250;

    private final RunningSystem system = RunningSystem.get();
    private final Workspace demo = system.workspace("demo");
    private final Workspace other = system.workspace("other");
    private final RepeatedCreates flood =
            new RepeatedCreates(
                    demo.chatsUrl(), demo.member("operator").token(), floodedText(demo));

    @Test
    void costsTheOtherWorkspaceLittle() {
        flood.create(CALLERS, WARM_UP);
        awaitRest();
        var alone =
                waits(texts("alone", load -> load.goesOnFor(ALONE, EVERY.multipliedBy(2 * ALONE))));
        var beside = waits(texts("beside", _ -> measuredFlood()));
        var extra = beside.beyond(alone.at(0.5));
        System.out.printf(
                "Measured: the other's %d texts alone: p50 %.0f ms, p99 %.0f ms; extra wait of its %d"
                        + " texts beside the flood: p50 %.0f ms, p99 %.0f ms, max %.0f ms%n",
                alone.count(),
                alone.at(0.5),
                alone.at(0.99),
                extra.count(),
                extra.at(0.5),
                extra.at(0.99),
                extra.at(1));
        assertThat(extra.at(0.99)).isLessThanOrEqualTo(EXTRA_MILLIS);
    }

    private void measuredFlood() {
        var sentBefore = sent();
        var began = System.nanoTime();
        var created = flood.create(CALLERS, FLOOD);
        var seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf(
                "Measured: %d texts of one workspace created in %.0f s (%.0f/s), %d of them sent meanwhile%n",
                created, seconds, created / seconds, sent() - sentBefore);
        assertThat(created).isGreaterThanOrEqualTo(FLOOD);
    }

    /** What the other one sends meanwhile: by its beginning. */
    private String texts(String what, Consumer<Load> meanwhile) {
        var round = what + " " + UUID.randomUUID();
        try (var load = Load.of(EVERY, other.as("operator"), n -> text(round + " " + n))) {
            meanwhile.accept(load);
        }
        return round;
    }

    private ChatRequest text(String text) {
        return sms().to(other.member("member")).from(other.number("main")).saying(text);
    }

    private static String floodedText(Workspace workspace) {
        return Json.write(
                Map.of(
                        "channel",
                        "phone-sms",
                        "memberId",
                        workspace.member("member").id(),
                        "phoneNumberId",
                        workspace.number("main").id(),
                        "assistantEnabled",
                        false,
                        "initialMessage",
                        "flood"));
    }

    /** Of all of them, so it waits for the last one. */
    private Waits waits(String round) {
        Eventually.within(
                Duration.ofMinutes(2),
                Duration.ofMillis(500),
                "all accepted",
                () -> assertThat(accepted(round)).isEqualTo(created(round)));
        var waits = Waits.of(system, round);
        System.out.printf("Measured: of %d texts: %s%n", waits.count(), Stages.of(system, round));
        return waits;
    }

    private long created(String round) {
        return system.tables("chat-api").count("select count(*) from message" + of(round));
    }

    private long accepted(String round) {
        return system.tables("chat-api")
                .count("select count(*) from message" + of(round) + " and status = 'accepted'");
    }

    private static String of(String round) {
        return " where text like '" + round + "%'";
    }

    private long sent() {
        return system.tables("channel-dispatcher")
                .count("select count(*) from effect where state = 'accepted'");
    }

    private void awaitRest() {
        Eventually.within(
                Duration.ofMinutes(2),
                Duration.ofSeconds(1),
                "rest",
                () ->
                        assertThat(
                                        system.tables("chat-api")
                                                .count(
                                                        "select count(*) from message where status = 'pending'"))
                                .isZero());
    }
}
