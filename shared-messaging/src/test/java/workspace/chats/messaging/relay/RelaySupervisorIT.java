package workspace.chats.messaging.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static workspace.chats.messaging.relay.RelayWorld.eventually;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** How the supervisor treats a relay, whatever kind it is. */
class RelaySupervisorIT {

    private final AtomicInteger runs = new AtomicInteger();

    @Test
    void startsARelayAgainThatFails_andCountsIt() {
        try (var world = new RelayWorld((database, settings) -> outlet -> new Failing())) {
            var instance = world.start();

            eventually().until(() -> runs.get() >= 3);

            assertThat(instance.count("workspace.relay.engine.stops")).isGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void countsNothing_whenItIsAskedToStop() {
        try (var world = new RelayWorld((database, settings) -> outlet -> new Steady())) {
            var instance = world.startLeading();

            instance.stop();

            assertThat(runs).hasValue(1);
            assertThat(instance.state()).isEqualTo(RelaySupervisor.State.STOPPED);
            assertThat(instance.count("workspace.relay.engine.stops")).isZero();
        }
    }

    @Test
    void theSweepDeliversInItsPlace_whenItIsSilent() {
        var chat = UUID.randomUUID();
        var patience = Duration.ofMillis(500);
        try (var world = new RelayWorld((database, settings) -> outlet -> new Steady(), patience)) {
            var instance = world.startLeading();

            world.append(chat, 1, 2);

            world.awaitDelivered(chat, 1, 2);
            world.awaitEmptyOutbox();
            eventually().until(() -> instance.healed(Fault.SILENT) > 0);
        }
    }

    private final class Failing implements Relay {

        @Override
        public void run() {
            runs.incrementAndGet();
            throw new NoClassDefFoundError("even an error");
        }

        @Override
        public RetainedLog retained() {
            return RetainedLog.NONE;
        }

        @Override
        public void close() {}
    }

    private final class Steady implements Relay {

        private final CountDownLatch asked = new CountDownLatch(1);

        @Override
        public void run() throws InterruptedException {
            runs.incrementAndGet();
            asked.await();
        }

        @Override
        public RetainedLog retained() {
            return RetainedLog.NONE;
        }

        @Override
        public void close() {
            asked.countDown();
        }
    }
}
