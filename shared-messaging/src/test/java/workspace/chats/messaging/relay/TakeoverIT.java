package workspace.chats.messaging.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * How long nobody relays when the leader is killed, and when it hangs: from the signal until Kafka
 * has what was committed right after it.
 *
 * <p>More rounds: {@code -Drelay.takeovers=20}.
 */
class TakeoverIT {

    private static final int ROUNDS = Integer.getInteger("relay.takeovers", 1);

    private final RelayWorld world =
            new RelayWorld((database, settings) ->
                    outlet -> {
                        throw new IllegalStateException("they are processes");
                    });
    private final Pair pair = new Pair(world);

    @AfterEach
    void stopAll() {
        pair.close();
        world.close();
    }

    @Test
    void takesOverFromOneThatIsKilled_andFromOneThatHangs() {
        var startedAt = Instant.now();
        pair.start();
        var cold = untilRelayed(startedAt);
        var killed = new ArrayList<Duration>();
        var hanging = new ArrayList<Duration>();
        try (var load = Load.start(world, 3, 3, 1, Duration.ofMillis(500))) {
            for (int round = 0; round < ROUNDS; round++) {
                pair.awaitBoth();
                var killedAt = Instant.now();
                pair.killLeader();
                killed.add(untilRelayed(killedAt));

                pair.awaitBoth();
                var pausedAt = Instant.now();
                var paused = pair.pauseLeader();
                hanging.add(untilRelayed(pausedAt));
                paused.wake();
                pair.awaitStandby(paused);
            }
            var committed = load.end();
            world.awaitEmptyOutbox();

            var judgement = Judgement.of(committed, world.topic());
            System.out.printf(
                    "Takeover: killed %s, hanging %s, cold start %d ms; %s%n",
                    summary(killed), summary(hanging), cold.toMillis(), judgement);
            assertThat(judgement).matches(Judgement::isGood);
            assertThat(Collections.max(killed)).isLessThan(within(10, cold));
            assertThat(Collections.max(hanging)).isLessThan(within(20, cold));
        }
    }

    private Duration untilRelayed(Instant signal) {
        var chat = UUID.randomUUID();
        world.append(chat, 1);
        world.awaitDelivered(chat, 1);
        var relayed = world.records(chat).getFirst().timestamp();
        return Duration.between(signal, Instant.ofEpochMilli(relayed));
    }

    /** So many seconds, or on a slow machine twice what a cold start took just now. */
    private static Duration within(int seconds, Duration cold) {
        return Collections.max(List.of(Duration.ofSeconds(seconds), cold.multipliedBy(2)));
    }

    private static String summary(List<Duration> times) {
        var sorted = times.stream().sorted().map(Duration::toMillis).toList();
        return "%d ms (median of %d, at most %d ms)"
                .formatted(sorted.get(sorted.size() / 2), sorted.size(), sorted.getLast());
    }
}
