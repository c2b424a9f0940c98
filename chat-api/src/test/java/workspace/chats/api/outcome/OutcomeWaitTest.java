package workspace.chats.api.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@NullMarked
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class OutcomeWaitTest {

    /** Longer than any test here may take: whoever returns was woken. */
    private static final Duration LONG = Duration.ofMinutes(5);

    private static final Duration SHORT = Duration.ofMillis(150);
    private static final Duration LOOK_EVERY = Duration.ofMillis(25);

    private final UUID workspace = UUID.randomUUID();
    private final Set<SubjectRef> settled = ConcurrentHashMap.newKeySet();
    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicInteger lookedFor = new AtomicInteger();
    private final AtomicBoolean down = new AtomicBoolean();
    private final OutcomeWait wait = new OutcomeWait(this::look, LOOK_EVERY, 1_000);

    @Test
    void returns_whenThisInstanceAppliedTheOutcome() {
        down.set(true);
        var message = message();
        var waiting = start(message, LONG);

        wait.wake(List.of(message));

        returns(waiting);
    }

    @Test
    void returns_whenAnotherInstanceAppliedTheOutcome() {
        var message = message();
        var waiting = start(message, LONG);

        settled.add(message);

        returns(waiting);
    }

    @Test
    void givesUpInTime_andForgetsTheMessage() {
        var began = System.nanoTime();

        waitFor(message(), SHORT);

        var waited = Duration.ofNanos(System.nanoTime() - began);
        assertThat(waited).isBetween(SHORT, LONG);
        assertThat(wait.waiting()).isZero();
    }

    @Test
    void givesUpInTime_whenTheDatabaseHangs() {
        var free = new CountDownLatch(1);
        var hanging = new OutcomeWait(asked -> hangUntil(free), Duration.ofMillis(1), 10);
        var message = message();

        hanging.awaitSettled(workspace, message.chatId(), message.id(), SHORT);
        free.countDown();

        assertThat(hanging.waiting()).isZero();
    }

    @Test
    void looksAgain_whenTheDatabaseWasDown() {
        down.set(true);
        var message = message();
        settled.add(message);
        var waiting = start(message, LONG);
        await().until(() -> looks.get() > 2);
        assertThat(waiting.isAlive()).isTrue();

        down.set(false);

        returns(waiting);
    }

    @Test
    void asksOnceForAllWhoWait_andNeverWhenNobodyDoes() {
        var messages = new ArrayList<SubjectRef>();
        var waiting = new ArrayList<Thread>();
        for (int i = 0; i < 200; i++) {
            messages.add(message());
            waiting.add(start(messages.getLast(), LONG));
        }
        await().until(() -> lookedFor.get() == 200);

        settled.addAll(messages);

        waiting.forEach(OutcomeWaitTest::returns);
        assertThat(wait.waiting()).isZero();
        int last = looks.get() + 1; // one may just be under way
        await().during(LOOK_EVERY.multipliedBy(8)).until(() -> looks.get() <= last);
    }

    @Test
    void wakesEveryone_whoWaitsForTheSameMessage() {
        var message = message();
        var first = start(message, LONG);
        var second = start(message, LONG);
        returns(start(message, SHORT));
        assertThat(wait.waiting()).isOne();

        wait.wake(List.of(message));

        returns(first);
        returns(second);
        assertThat(wait.waiting()).isZero();
    }

    @Test
    void looksForEveryone_whenWaitsBeginAndEndAllTheTime() {
        var quick = new OutcomeWait(this::look, Duration.ofNanos(1), 1_000);
        for (int i = 0; i < 5_000; i++) {
            var message = message();
            settled.add(message);
            quick.awaitSettled(workspace, message.chatId(), message.id(), LONG);
        }

        assertThat(quick.waiting()).isZero();
    }

    @Test
    void doesNotWait_whenTooManyDo() {
        var full = new OutcomeWait(this::look, LOOK_EVERY, 0);
        var message = message();

        full.awaitSettled(workspace, message.chatId(), message.id(), LONG);

        assertThat(looks).hasValue(0);
    }

    @Test
    void doesNotWait_whenThereIsNoTime() {
        waitFor(message(), Duration.ZERO);
        waitFor(message(), Duration.ofSeconds(-1));

        assertThat(looks).hasValue(0);
    }

    @Test
    void returnsAndStaysInterrupted_whenInterrupted() {
        var stayed = new AtomicBoolean();
        var message = message();
        var waiting =
                Thread.ofVirtual()
                        .start(() -> {
                            waitFor(message, LONG);
                            stayed.set(Thread.currentThread().isInterrupted());
                        });
        await().until(() -> wait.waiting() == 1);

        waiting.interrupt();

        returns(waiting);
        assertThat(stayed).isTrue();
    }

    @Test
    void looksAgain_whenALookEndedInAnError() {
        var looks = new AtomicInteger();
        var message = message();
        var broken =
                new OutcomeWait(
                        asked -> {
                            if (looks.incrementAndGet() == 1) {
                                throw new StackOverflowError();
                            }
                            return asked;
                        },
                        LOOK_EVERY,
                        10);

        broken.awaitSettled(workspace, message.chatId(), message.id(), LONG);

        assertThat(looks).hasValue(2);
    }

    @Test
    void refusesToWaitInsideATransaction() {
        TransactionSynchronizationManager.setActualTransactionActive(true);
        try {
            assertThatThrownBy(() -> waitFor(message(), LONG))
                    .isInstanceOf(IllegalStateException.class);
        } finally {
            TransactionSynchronizationManager.clear();
        }
    }

    private void waitFor(SubjectRef message, Duration atMost) {
        wait.awaitSettled(workspace, message.chatId(), message.id(), atMost);
    }

    /** Begins to wait on a thread of its own, and returns once it does. */
    private Thread start(SubjectRef message, Duration atMost) {
        var waiting = Thread.ofVirtual().start(() -> waitFor(message, atMost));
        await().pollInterval(Duration.ofMillis(1))
                .until(() ->
                        waiting.getState() == Thread.State.TIMED_WAITING || !waiting.isAlive());
        return waiting;
    }

    private static void returns(Thread waiting) {
        await().pollInterval(Duration.ofMillis(2)).until(() -> !waiting.isAlive());
    }

    private Set<SubjectRef> look(Set<SubjectRef> asked) {
        looks.incrementAndGet();
        lookedFor.set(asked.size());
        if (down.get()) {
            throw new TransientDataAccessResourceException("down");
        }
        return asked.stream().filter(settled::contains).collect(Collectors.toSet());
    }

    private static Set<SubjectRef> hangUntil(CountDownLatch free) {
        try {
            free.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        return Set.of();
    }

    private SubjectRef message() {
        return new SubjectRef(workspace, UUID.randomUUID(), UUID.randomUUID());
    }
}
