package workspace.chats.api.access;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;

/**
 * One bucket of requests for each who makes them, filled again at a steady rate. Who has not been
 * seen for so long that his is full again is forgotten.
 */
final class Allowances<K> {

    private static final int REMEMBERED_AT_MOST = 100_000;

    private final LoadingCache<K, Bucket> buckets;

    Allowances(int requests, Duration per, TimeMeter time) {
        buckets =
                Caffeine.newBuilder()
                        .maximumSize(REMEMBERED_AT_MOST)
                        .expireAfterAccess(per.plusSeconds(1))
                        .build(who -> full(requests, per, time));
    }

    /** Takes one request off; how long to wait when there is none left. */
    Optional<Duration> take(K who) {
        var probe = buckets.get(who).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /** Takes nothing; how long to wait when there is none left. */
    Optional<Duration> waitFor(K who) {
        var probe = buckets.get(who).estimateAbilityToConsume(1);
        return probe.canBeConsumed()
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private static Bucket full(int requests, Duration per, TimeMeter time) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(requests).refillGreedy(requests, per))
                .withCustomTimePrecision(time)
                .build();
    }
}
