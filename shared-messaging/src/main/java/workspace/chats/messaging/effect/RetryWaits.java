package workspace.chats.messaging.effect;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long to wait before each further try of something that was certainly not sent.
 *
 * @param jitter the share by which a wait may be shorter or longer, from 0 to 1
 */
record RetryWaits(List<Duration> waits, double jitter, RandomGenerator random) {

    RetryWaits {
        waits = List.copyOf(waits);
        if (!(jitter >= 0 && jitter <= 1)) {
            throw new IllegalArgumentException("jitter is a share from 0 to 1");
        }
    }

    /** The wait after so many tries (from 1), or nothing when that was the last. */
    Optional<Duration> after(int tries) {
        return tries > waits.size() ? Optional.empty() : Optional.of(spread(waits.get(tries - 1)));
    }

    private Duration spread(Duration wait) {
        var factor = 1 + jitter * (2 * random.nextDouble() - 1);
        return Duration.ofNanos(Math.round(wait.toNanos() * factor));
    }
}
