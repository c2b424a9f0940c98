package workspace.chats.messaging.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Every created chat has its event, however often the relay is killed under load.
 *
 * <p>Longer: {@code -Drelay.kills=200 -Drelay.seed=N}.
 */
class RelayCrashIT {

    private static final int KILLS = Integer.getInteger("relay.kills", 3);
    private static final long SEED = Long.getLong("relay.seed", 1L);

    private final Random random = new Random(SEED);
    private final RelayWorld world = new RelayWorld(RelayCrashIT::none);
    private final Pair pair = new Pair(world);
    private int atWork;

    @AfterEach
    void stopAll() {
        pair.close();
        world.close();
    }

    @Test
    void losesNothing_whenItIsKilledAgainAndAgainUnderLoad() {
        pair.start();
        try (var load = Load.start(world, SEED, 3, 3, Duration.ofSeconds(3))) {
            for (int kill = 0; kill < KILLS; kill++) {
                pair.awaitLeader();
                if (random.nextBoolean()) {
                    killAtWork();
                } else {
                    killWhileItStarts();
                }
            }
            pair.awaitLeader();
            var committed = load.end();
            world.awaitEmptyOutbox();

            var judgement = Judgement.of(committed, world.topic());
            System.out.printf(
                    "Crashes: seed %d, kills %d (%d at work), %s%n",
                    SEED, KILLS, atWork, judgement);
            assertThat(judgement).matches(Judgement::isGood);
        }
    }

    private void killAtWork() {
        world.awaitRelaying();
        RelayWorld.rest(Duration.ofMillis(random.nextInt(200)));
        pair.killLeader();
        atWork++;
    }

    private void killWhileItStarts() {
        RelayWorld.rest(Duration.ofMillis(random.nextInt(1_500)));
        pair.killLeader();
    }

    private static Relays none(RelayDatabase database, RelaySettings settings) {
        return outlet -> {
            throw new IllegalStateException("the relays are processes of their own");
        };
    }
}
