package workspace.chats.system;

import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Callers who send the same request with the same key until they are told what it made. */
final class Twins {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Longer than a refusal asks for: a gateway that comes back needs its processors itself. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Operator operator;
    private final String body;
    private final Map<String, String> headers;
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
    Twins(Operator operator, String key, String body, int moment) {
        this.operator = operator;
        this.body = body;
        this.headers = Map.of("Idempotency-Key", key);
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
            return isAnswer(operator.tries(body, headers));
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

    private boolean isAnswer(Http.Reply reply) {
        if (answers.incrementAndGet() == moment) {
            reached.complete(null);
        }
        if (reply.status() != 201) {
            refusals.add(reply.status());
            refused.incrementAndGet();
            return false;
        }
        chats.add(reply.body().path("id").asString());
        (reply.header("Idempotency-Replayed").isEmpty() ? first : replayed).incrementAndGet();
        return true;
    }
}
