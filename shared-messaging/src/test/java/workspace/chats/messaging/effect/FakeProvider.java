package workspace.chats.messaging.effect;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.function.Function;
import workspace.chats.events.Confidential;

/** The outside world: remembers what reached it and answers what the test says. */
final class FakeProvider implements EffectProvider {

    private final ConcurrentLinkedQueue<Submitted> submitted = new ConcurrentLinkedQueue<>();
    private final Map<UUID, Integer> looked = new ConcurrentHashMap<>();
    private volatile Function<Effect, Answer> answers = _ -> accepted();
    private volatile Function<Effect, Duration> connects = _ -> Duration.ZERO;
    private volatile Function<Effect, Duration> writes = _ -> Duration.ZERO;
    private volatile BiFunction<Effect, LookWindow, Look> looks = (_, _) -> new Look.NothingToAsk();

    static Answer accepted() {
        return new Answer.Accepted("SM" + UUID.randomUUID());
    }

    /** For an answer that comes late. */
    static Answer after(CountDownLatch latch, Answer answer) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return answer;
    }

    void answers(Function<Effect, Answer> answer) {
        answers = answer;
    }

    void looks(BiFunction<Effect, LookWindow, Look> look) {
        looks = look;
    }

    /** How long it takes to reach the provider before anything can be written. */
    void connects(Function<Effect, Duration> time) {
        connects = time;
    }

    /** How long it takes from the moment in which it may be written until it is. */
    void writes(Function<Effect, Duration> time) {
        writes = time;
    }

    void reset() {
        connects = _ -> Duration.ZERO;
        writes = _ -> Duration.ZERO;
        submitted.clear();
        looked.clear();
        answers = _ -> accepted();
        looks = (_, _) -> new Look.NothingToAsk();
    }

    List<Submitted> submitted() {
        return List.copyOf(submitted);
    }

    /** How often it has said what it knows of that message. */
    int looked(UUID message) {
        return looked.getOrDefault(message, 0);
    }

    @Override
    public Set<Medium> media() {
        return EnumSet.allOf(Medium.class);
    }

    @Override
    public Answer submit(Effect effect, Confidential content) {
        LockSupport.parkNanos(connects.apply(effect).toNanos());
        WritingTurn.await();
        LockSupport.parkNanos(writes.apply(effect).toNanos());
        submitted.add(new Submitted(effect, content, System.nanoTime()));
        WritingTurn.written();
        return answers.apply(effect);
    }

    @Override
    public Look look(Effect effect, Confidential content, LookWindow window) {
        var look = looks.apply(effect, window);
        looked.merge(effect.subjectId(), 1, Integer::sum);
        return look;
    }

    /** A request that reached the provider, with its {@link System#nanoTime()}. */
    record Submitted(Effect effect, Confidential content, long at) {}
}
