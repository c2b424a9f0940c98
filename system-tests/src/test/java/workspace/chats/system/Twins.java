package workspace.chats.system;

import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import workspace.chats.client.model.ChatResponse;

/** Callers who send the same request with the same key until they are told what it made. */
final class Twins {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Longer than a refusal asks for: a gateway that comes back needs its processors itself. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Operator operator;
    private final String key;
    private final ChatRequest request;
    private final int moment;

    private final CompletableFuture<Void> reached = new CompletableFuture<>();
    private final AtomicInteger answers = new AtomicInteger();
    private final Set<String> chats = new ConcurrentSkipListSet<>();
    private final Set<Integer> refusals = new ConcurrentSkipListSet<>();
    private final AtomicInteger first = new AtomicInteger();
    private final AtomicInteger replayed = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger torn = new AtomicInteger();

    /**
     * @param moment the answer, counted from 1 and refusals included, that something is to happen
     *     at
     */
    Twins(Operator operator, String key, ChatRequest request, int moment) {
        this.operator = operator;
        this.key = key;
        this.request = request;
        this.moment = moment;
    }

    /**
     * What they went through.
     *
     * @param chats the ids they were told
     * @param first how many were told that theirs made the chat: none when that answer was lost
     * @param replayed how many were told that an earlier one did
     * @param refusals the statuses of the tries that were answered otherwise
     * @param torn how many tries broke off after they had reached the gateway
     */
    record Story(
            Set<String> chats,
            int first,
            int replayed,
            int refused,
            Set<Integer> refusals,
            int torn) {}

    /** Done by the caller who is told that answer, while the others wait for theirs. */
    CompletableFuture<Void> reachTheMoment() {
        return reached;
    }

    /** That many at once, each until he has his answer. */
    Story persevere(int twins) {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < twins; i++) {
                callers.execute(this::persevere);
            }
        }
        return new Story(chats, first.get(), replayed.get(), refused.get(), refusals, torn.get());
    }

    private void persevere() {
        Eventually.within(
                PATIENCE,
                PAUSE,
                "an answer",
                () -> {
                    if (!isAnswered()) {
                        throw new AssertionError("not yet");
                    }
                });
    }

    private boolean isAnswered() {
        try {
            return isAnswer(operator.tries(request, key));
        } catch (UncheckedIOException broken) {
            if (!neverArrived(broken.getCause())) {
                torn.incrementAndGet();
            }
            return false;
        }
    }

    private static boolean neverArrived(@Nullable Throwable broken) {
        return broken instanceof ConnectException || broken instanceof HttpConnectTimeoutException;
    }

    private boolean isAnswer(Told<ChatResponse> told) {
        if (answers.incrementAndGet() == moment) {
            reached.complete(null);
        }
        return switch (told) {
            case Told.Refused<ChatResponse> refusal -> {
                refusals.add(refusal.status());
                refused.incrementAndGet();
                yield false;
            }
            case Told.Done<ChatResponse> done -> {
                chats.add(done.body().getId().toString());
                (done.header("Idempotency-Replayed").isEmpty() ? first : replayed)
                        .incrementAndGet();
                yield true;
            }
        };
    }
}
