package workspace.chats.messaging.effect;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import workspace.chats.events.DispatchEvent.MessageAccepted;
import workspace.chats.events.DispatchEvent.MessageDelivered;
import workspace.chats.events.DispatchEvent.MessageFailed;
import workspace.chats.events.DispatchEvent.MessageUnknown;
import workspace.chats.events.Event;
import workspace.chats.events.EventCodec;
import workspace.chats.events.EventType;
import workspace.chats.messaging.effect.FakeProvider.Submitted;

/**
 * Instances of one service over one database and one fake provider, and what can be seen of them.
 */
final class Lab {

    private final EffectParts parts;
    private final FakeProvider provider;
    private final EventCodec codec = new EventCodec();
    private final List<Instance> instances = new ArrayList<>();

    Lab(EffectParts parts, FakeProvider provider) {
        this.parts = parts;
        this.provider = provider;
        provider.reset();
    }

    Instance start(String... settings) {
        var instance = Instance.start(parts, settings);
        instances.add(instance);
        return instance;
    }

    void stopAll() {
        instances.forEach(Instance::stop);
        parts.jdbc().sql("delete from effect").update();
        parts.jdbc().sql("delete from sender_pace").update();
    }

    void awaitState(Wish wish, String state) {
        await().atMost(60, SECONDS)
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> assertThat(state(wish)).isEqualTo(state));
    }

    void awaitForgotten(Wish wish) {
        await().atMost(60, SECONDS)
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> assertThat(isForgotten(wish)).isTrue());
    }

    /** Whether the ledger has no words and no address of it any more. */
    boolean isForgotten(Wish wish) {
        return column(wish, "sealed").equals("none");
    }

    /** Until none of them can change any more but by a person or a receipt. */
    void awaitAllSettled() {
        await().atMost(60, SECONDS).untilAsserted(() -> assertThat(unsettled()).isZero());
    }

    private int unsettled() {
        return parts.jdbc()
                .sql(
                        "select count(*) from effect where state in ('planned', 'claimed', 'submitting', 'unknown')")
                .query(Integer.class)
                .single();
    }

    void awaitSubmitted(int atLeast) {
        await().atMost(60, SECONDS)
                .pollInterval(Duration.ofMillis(5))
                .untilAsserted(() ->
                        assertThat(provider.submitted()).hasSizeGreaterThanOrEqualTo(atLeast));
    }

    /** Until the provider has said so often what it knows of it. */
    void awaitLooks(Wish wish, int atLeast) {
        await().atMost(60, SECONDS)
                .pollInterval(Duration.ofMillis(5))
                .untilAsserted(() ->
                        assertThat(provider.looked(wish.message()))
                                .isGreaterThanOrEqualTo(atLeast));
    }

    /** Until it has met what it was to meet when it settles answers. */
    void awaitTroublesMet(Instance instance) {
        await().atMost(60, SECONDS).until(instance::hasMetItsTroubles);
    }

    String state(Wish wish) {
        return column(wish, "state");
    }

    String column(Wish wish, String column) {
        return parts.jdbc()
                .sql("select " + column + "::text from effect where subject_id = ?")
                .param(wish.message())
                .query(String.class)
                .optional()
                .orElse("none");
    }

    int rows(Wish wish) {
        return parts.jdbc()
                .sql("select count(*) from effect where subject_id = ?")
                .param(wish.message())
                .query(Integer.class)
                .single();
    }

    /** Everything that was told about the message, in order. */
    List<Event> told(Wish wish) {
        return told(wish.chat()).filter(event -> messageOf(event).equals(wish.message())).toList();
    }

    private Stream<Event> told(UUID chat) {
        return parts
                .jdbc()
                .sql("select type, payload from outbox where aggregateid = ? order by position")
                .param(chat)
                .query((row, _) ->
                        codec.read(
                                EventType.ofWireName(row.getString("type")).orElseThrow(),
                                row.getBytes("payload")))
                .list()
                .stream();
    }

    private static UUID messageOf(Event event) {
        return switch (event) {
            case MessageAccepted e -> e.messageId();
            case MessageDelivered e -> e.messageId();
            case MessageFailed e -> e.messageId();
            case MessageUnknown e -> e.messageId();
            default -> throw new IllegalStateException();
        };
    }

    List<Submitted> submitted(Wish wish) {
        return provider.submitted().stream()
                .filter(each -> each.effect().subjectId().equals(wish.message()))
                .toList();
    }

    String traceOf(Wish wish) {
        return parts.jdbc()
                .sql("select traceparent from outbox where aggregateid = ?")
                .param(wish.chat())
                .query(String.class)
                .single();
    }

    /** As the sweep does when a lease is over, and its sender is free again. */
    void putBack(Wish wish) {
        parts.jdbc()
                .sql(
                        "update effect set state = 'planned', version = version + 1 where subject_id = ?")
                .param(wish.message())
                .update();
        parts.jdbc().sql("update sender_pace set next_at = '-infinity'").update();
    }

    /** Its holder has not been heard of for too long. */
    void lapse(Wish wish) {
        parts.jdbc()
                .sql("update effect set lease_until = now() where subject_id = ?")
                .param(wish.message())
                .update();
    }

    /** What became of it is not looked for any longer. */
    void deadlinePasses(Wish wish) {
        parts.jdbc()
                .sql("update effect set unknown_until = now() where subject_id = ?")
                .param(wish.message())
                .update();
    }

    void forget(Wish wish) {
        parts.jdbc()
                .sql("update effect set sealed = null where subject_id = ?")
                .param(wish.message())
                .update();
    }

    /** It was submitted so much earlier. */
    void ages(Wish wish, Duration time) {
        parts.jdbc()
                .sql(
                        "update effect set submitted_at = submitted_at - make_interval(secs => ?) where subject_id = ?")
                .params(Columns.seconds(time), wish.message())
                .update();
    }
}
