package workspace.chats.messaging.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.BeanUtils;

class LoopTest {

    private final CountDownLatch rounds = new CountDownLatch(3);

    @ParameterizedTest
    @ValueSource(
            classes = {
                IllegalStateException.class,
                OutOfMemoryError.class,
                NoClassDefFoundError.class
            })
    void goesOn_afterAFailureOfAnyKind(Class<? extends Throwable> failure) throws Exception {
        var loop = Loop.start("test", () -> failTwice(failure));

        assertThat(rounds.await(20, TimeUnit.SECONDS)).isTrue();
        loop.stop(Duration.ofSeconds(1));
    }

    @Test
    void goesOn_whenTheFailureCannotEvenBeLogged() throws Exception {
        try (var _ = IllLog.of(Loop.class)) {
            var loop = Loop.start("test", () -> failTwice(OutOfMemoryError.class));

            assertThat(rounds.await(20, TimeUnit.SECONDS)).isTrue();
            loop.stop(Duration.ofSeconds(1));
        }
    }

    private void failTwice(Class<? extends Throwable> failure) throws InterruptedException {
        rounds.countDown();
        if (rounds.getCount() == 0) {
            new Semaphore(0).acquire();
        }
        LoopTest.<RuntimeException>sneak(BeanUtils.instantiateClass(failure));
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
