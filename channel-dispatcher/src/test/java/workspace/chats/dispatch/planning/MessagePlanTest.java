package workspace.chats.dispatch.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import workspace.chats.dispatch.Chats;
import workspace.chats.dispatch.Chats.Ids;
import workspace.chats.events.Channel;
import workspace.chats.events.ChatEvent.ChatUpdated;
import workspace.chats.events.EventMeta;
import workspace.chats.events.EventType;
import workspace.chats.events.Sealed;
import workspace.chats.messaging.effect.Medium;
import workspace.chats.messaging.effect.PlannedEffect;
import workspace.chats.messaging.inbox.ReceivedEvent;

class MessagePlanTest {

    private static final Instant EXPIRES = Instant.parse("2026-11-22T10:15:30Z");
    private static final Sealed SEALED = new Sealed("c2VhbGVk");

    private final Ids ids = Ids.fresh();

    @Test
    void sendsTheFirstMessageOfAChat_byItsChannel() {
        var chat =
                Chats.created(ids, Channel.PHONE_SMS, Chats.request(ids, EXPIRES), false, SEALED);

        assertThat(MessagePlan.of(Chats.received(ids, chat)))
                .contains(planned(Medium.SMS, false, EventType.CHAT_CREATED));
    }

    @Test
    void sendsALaterMessage() {
        var message = Chats.message(ids, Channel.EMAIL, Chats.request(ids, EXPIRES), SEALED);

        assertThat(MessagePlan.of(Chats.received(ids, message)))
                .contains(planned(Medium.EMAIL, false, EventType.MESSAGE_CREATED));
    }

    @Test
    void carriesTheTraceOfTheEventThatAsked() {
        var chat = Chats.created(ids, Channel.EMAIL, Chats.request(ids, EXPIRES), false, SEALED);
        var meta = Chats.meta(ids, chat);
        var traced =
                new EventMeta(
                        meta.id(),
                        meta.type(),
                        meta.source(),
                        meta.workspaceId(),
                        meta.chatId(),
                        meta.time(),
                        meta.sequence(),
                        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

        assertThat(MessagePlan.of(new ReceivedEvent(traced, chat)).orElseThrow().traceparent())
                .isEqualTo(traced.traceparent());
    }

    @Test
    void onlyPretends_inATestChat() {
        var chat = Chats.created(ids, Channel.EMAIL, Chats.request(ids, EXPIRES), true, SEALED);

        assertThat(MessagePlan.of(Chats.received(ids, chat)))
                .contains(planned(Medium.EMAIL, true, EventType.CHAT_CREATED));
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void sendsNothing_whenNothingIsAsked(Channel channel) {
        var chat = Chats.created(ids, channel, null, false, SEALED);
        var message = Chats.message(ids, channel, null, SEALED);

        assertThat(MessagePlan.of(Chats.received(ids, chat))).isEmpty();
        assertThat(MessagePlan.of(Chats.received(ids, message))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Channel.class,
            names = {"WEB_CHAT", "PHONE_VOICE"})
    void sendsNothing_onChannelsOfOthers(Channel channel) {
        var chat = Chats.created(ids, channel, Chats.request(ids, EXPIRES), false, SEALED);

        assertThat(MessagePlan.of(Chats.received(ids, chat))).isEmpty();
    }

    @Test
    void sendsNothing_forOtherEvents() {
        var updated =
                new ChatUpdated(
                        ids.workspace(),
                        ids.chat(),
                        false,
                        false,
                        false,
                        false,
                        null,
                        null,
                        null,
                        null,
                        EXPIRES,
                        null);

        assertThat(MessagePlan.of(Chats.received(ids, updated))).isEmpty();
    }

    private PlannedEffect planned(Medium medium, boolean simulated, EventType type) {
        return new PlannedEffect(
                ids.workspace(),
                ids.chat(),
                ids.message(),
                1,
                medium,
                ids.sender(),
                50,
                300,
                simulated,
                EXPIRES,
                ids.event(),
                type,
                SEALED);
    }
}
