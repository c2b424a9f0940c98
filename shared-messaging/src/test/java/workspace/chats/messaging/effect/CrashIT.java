package workspace.chats.messaging.effect;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import workspace.chats.events.DispatchEvent.MessageUnknown;
import workspace.chats.events.Event;
import workspace.chats.events.ReasonCode;

/** Two instances at work, one after the other dies, and the provider behaves badly. */
@LedgerTest
class CrashIT {

    private static final int MESSAGES = 300;
    private static final int CRASHES = 8;
    private static final String[] QUICK = {
        "sweep=50ms",
        "lease=400ms",
        "retry-waits=10ms,20ms,30ms",
        "unknown-deadline=5s",
        "stop-within=50ms"
    };

    @Autowired EffectParts parts;
    @Autowired EffectEngine engine;
    @Autowired FakeProvider provider;

    private final Random random = new Random(42);
    private final Map<UUID, Integer> maybeTaken = new ConcurrentHashMap<>();
    private Lab lab;

    @BeforeEach
    void takeOver() {
        engine.stop();
        lab = new Lab(parts, provider);
    }

    @AfterEach
    void cleanUp() {
        lab.stopAll();
    }

    @Test
    void sendsNoAttemptTwiceAndTellsEachVerdictOnce() {
        provider.answers(this::badly);
        var wishes = wishes();
        var pair = new ArrayList<>(List.of(lab.start(QUICK), lab.start(QUICK)));
        pair.getFirst().plan(wishes);

        for (int i = 1; i <= CRASHES; i++) {
            lab.awaitSubmitted(i * MESSAGES / (2 * CRASHES));
            pair.removeFirst().crash();
            pair.add(lab.start(QUICK));
        }

        lab.awaitAllSettled();
        assertThat(maybeTaken.values()).allMatch(times -> times == 1);
        assertThat(wishes).allSatisfy(wish -> assertThat(verdicts(wish)).isEqualTo(1));
        assertThat(wishes).allSatisfy(wish -> assertThat(unknowns(wish)).isLessThanOrEqualTo(1));
        assertThat(endings()).containsKeys("accepted", "outcome_unknown");
    }

    private Answer badly(Effect effect) {
        var draw = random.nextInt(10);
        LockSupport.parkNanos(random.nextInt(40) * 1_000_000L);
        if (draw < 2) {
            return new Answer.NotSent(ReasonCode.PROVIDER_UNAVAILABLE, null);
        }
        maybeTaken.merge(effect.id(), 1, Integer::sum);
        return switch (draw) {
            case 2 -> new Answer.Unknown(null);
            case 3 -> new Answer.Refused(ReasonCode.RECIPIENT_INVALID, "21211");
            case 4 -> throw new IllegalStateException();
            default -> FakeProvider.accepted();
        };
    }

    private static List<Wish> wishes() {
        var wishes = new ArrayList<Wish>();
        for (int i = 0; i < MESSAGES; i++) {
            wishes.add(Wish.aMessage());
        }
        return wishes;
    }

    private long verdicts(Wish wish) {
        return lab.told(wish).stream().filter(event -> !isUnknown(event)).count();
    }

    private long unknowns(Wish wish) {
        return lab.told(wish).stream().filter(CrashIT::isUnknown).count();
    }

    private static boolean isUnknown(Event event) {
        return event instanceof MessageUnknown;
    }

    private Map<String, Long> endings() {
        return parts.jdbc().sql("select state from effect").query(String.class).list().stream()
                .collect(groupingBy(state -> state, counting()));
    }
}
