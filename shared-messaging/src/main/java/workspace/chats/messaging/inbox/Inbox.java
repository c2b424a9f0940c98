package workspace.chats.messaging.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.transaction.support.TransactionOperations;
import workspace.chats.events.Event;
import workspace.chats.events.EventCodec;
import workspace.chats.messaging.trace.TraceContext;
import workspace.chats.messaging.wall.OpenWorkspaces;

/**
 * Takes events from a topic so that each is worked on once, whatever is delivered twice, and so
 * that no event is lost on the way: it is worked on, it was seen before, it asks nothing of this
 * consumer, it is of a type nobody here knows, or it lies among the dead letters.
 */
public final class Inbox {

    private final EventCodec codec;
    private final TransactionOperations transaction;
    private final SeenEvents seen;
    private final DeadLetters deadLetters;
    private final MeterRegistry metrics;
    private final Clock clock;
    private final Duration patience;

    Inbox(
            EventCodec codec,
            TransactionOperations transaction,
            SeenEvents seen,
            DeadLetters deadLetters,
            MeterRegistry metrics,
            Clock clock,
            Duration patience) {
        this.codec = codec;
        this.transaction = transaction;
        this.seen = seen;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
        this.clock = clock;
        this.patience = patience;
    }

    /**
     * Hands the events that {@code consumer} has not seen to {@code work}, in the batch's order, in
     * one transaction with the note that they are seen. When that fails and does not look as if it
     * passed by itself, every event gets a transaction of its own; the one that fails alone becomes
     * a dead letter.
     *
     * <p>What passes by itself (the database is away, {@link NotYetVisible}, the machine is out of
     * memory or the program is not whole) comes out as an exception: the listener container then
     * waits and delivers again what is not done. {@code work} may therefore be called again with
     * the same events, after its transaction was rolled back.
     *
     * <p>A mended event and the one that it stands for are one: whichever is worked on first, the
     * other one was seen.
     *
     * <p>The transaction sees the workspaces of its events and no others ({@link OpenWorkspaces}).
     *
     * <p>{@code concern} says which events ask something of this consumer. The others are passed
     * over without a note and without the database: most services read most events for nothing.
     *
     * <p>An event that comes alone is worked on in its own trace; in a batch, {@code work} says
     * which event it is at: {@code TraceContext.runWith(event.meta().traceparent(), ...)}.
     */
    public void receive(
            String consumer,
            List<ConsumerRecord<String, byte[]>> batch,
            Predicate<Event> concern,
            Consumer<List<ReceivedEvent>> work) {
        try {
            receiveAll(new Reader(consumer, concern, work), batch);
        } catch (HeldUp waiting) {
            throw waiting;
        } catch (RuntimeException | Error unwell) {
            // an Error that reached the listener container would end it
            throw new HeldUp(0, unwell);
        }
    }

    /** As above, when every event of the topic asks something of this consumer. */
    public void receive(
            String consumer,
            List<ConsumerRecord<String, byte[]>> batch,
            Consumer<List<ReceivedEvent>> work) {
        receive(consumer, batch, _ -> true, work);
    }

    private void receiveAll(Reader reader, List<ConsumerRecord<String, byte[]>> batch) {
        var letters = batch.stream().map(record -> Letter.open(record, codec)).toList();
        if (!receiveTogether(reader, letters)) {
            receiveOneByOne(reader, letters);
        }
    }

    /** False when one of them has to be looked at alone. */
    private boolean receiveTogether(Reader reader, List<Letter> letters) {
        try {
            workOn(reader, letters);
        } catch (RuntimeException | Error failure) {
            if (Failures.passes(failure)) {
                throw new HeldUp(0, failure);
            }
            return false;
        }
        putAsideIllegible(reader.consumer, letters);
        return true;
    }

    private void putAsideIllegible(String consumer, List<Letter> letters) {
        for (int at = 0; at < letters.size(); at++) {
            if (letters.get(at) instanceof Letter.Illegible illegible) {
                try {
                    deadLetters.put(consumer, illegible.record(), illegible.why());
                } catch (DeadLetters.NotPutAside passing) {
                    throw new HeldUp(at, passing);
                }
            }
        }
    }

    private void receiveOneByOne(Reader reader, List<Letter> letters) {
        for (int at = 0; at < letters.size(); at++) {
            try {
                receiveAlone(reader, letters.get(at));
            } catch (RuntimeException | Error passing) {
                throw new HeldUp(at, passing);
            }
        }
    }

    private void receiveAlone(Reader reader, Letter letter) {
        if (letter instanceof Letter.Illegible illegible) {
            deadLetters.put(reader.consumer, illegible.record(), illegible.why());
            return;
        }
        try {
            workOn(reader, List.of(letter));
        } catch (NotYetVisible early) {
            if (mayStillAppear(letter)) {
                throw early;
            }
            deadLetters.put(reader.consumer, letter.record(), DeadLetterCode.NOT_VISIBLE);
        } catch (RuntimeException | Error failure) {
            if (Failures.passes(failure)) {
                throw failure;
            }
            deadLetters.put(reader.consumer, letter.record(), DeadLetterCode.of(failure), failure);
        }
    }

    private void workOn(Reader reader, List<Letter> letters) {
        count(reader, "unknown", letters.stream().filter(Letter.Unknown.class::isInstance).count());
        var legible =
                letters.stream()
                        .filter(Letter.Legible.class::isInstance)
                        .map(letter -> ((Letter.Legible) letter).event())
                        .toList();
        var concerning = legible.stream().filter(it -> reader.concern.test(it.event())).toList();
        count(reader, "unconcerned", legible.size() - concerning.size());
        if (!concerning.isEmpty()) {
            workOn(reader, byId(concerning));
        }
    }

    private void workOn(Reader reader, Map<UUID, ReceivedEvent> events) {
        int all = events.size();
        OpenWorkspaces.runWith(
                workspacesOf(events.values()),
                () ->
                        transaction.executeWithoutResult(tx -> {
                            events.keySet()
                                    .retainAll(seen.remember(reader.consumer, events.keySet()));
                            hand(events.values(), reader.work);
                        }));
        count(reader, "fresh", events.size());
        count(reader, "duplicate", all - events.size());
    }

    private static Set<UUID> workspacesOf(Collection<ReceivedEvent> events) {
        return events.stream().map(it -> it.event().workspaceId()).collect(Collectors.toSet());
    }

    private static void hand(Collection<ReceivedEvent> events, Consumer<List<ReceivedEvent>> work) {
        var list = List.copyOf(events);
        if (list.size() == 1) {
            TraceContext.runWith(list.getFirst().meta().traceparent(), () -> work.accept(list));
        } else if (!list.isEmpty()) {
            work.accept(list);
        }
    }

    /** The first of each origin, in the batch's order: an event and its mended ones are one. */
    private static Map<UUID, ReceivedEvent> byId(List<ReceivedEvent> received) {
        var events = new LinkedHashMap<UUID, ReceivedEvent>();
        received.forEach(event -> events.putIfAbsent(event.meta().origin(), event));
        return events;
    }

    /** Measured from its publication: by then the commit it speaks of had long been decided. */
    private boolean mayStillAppear(Letter letter) {
        var published = Instant.ofEpochMilli(letter.record().timestamp());
        return clock.instant().isBefore(published.plus(patience));
    }

    private void count(Reader reader, String kind, long events) {
        metrics.counter("workspace.inbox.events", "consumer", reader.consumer, "kind", kind)
                .increment((double) events);
    }

    /** Who reads, what concerns him, and what he does about it. */
    private record Reader(
            String consumer, Predicate<Event> concern, Consumer<List<ReceivedEvent>> work) {}
}
