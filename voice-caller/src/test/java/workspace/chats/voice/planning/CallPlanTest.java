package workspace.chats.voice.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import workspace.chats.events.AssignmentEvent.AssignmentCreated;
import workspace.chats.events.ChatEvent.ChatCreated;
import workspace.chats.events.Event;
import workspace.chats.events.EventType;
import workspace.chats.events.Sealed;
import workspace.chats.messaging.effect.Medium;
import workspace.chats.messaging.effect.PlannedEffect;
import workspace.chats.messaging.inbox.ReceivedEvent;
import workspace.chats.voice.CreatedChats;

class CallPlanTest {

    private static final UUID EVENT = UUID.randomUUID();
    private static final Instant EXPIRES = Instant.parse("2026-11-22T11:15:30Z");
    private static final Sealed SEALED = new Sealed("c2VhbGVk");

    @Test
    void plansTheCallThatTheChatAsksFor_withEverythingTheLedgerNeedsLater() {
        var call = CreatedChats.call(EXPIRES);
        var chat = CreatedChats.asking(call, false, SEALED);

        assertThat(CallPlan.of(received(chat, chat)))
                .contains(
                        new PlannedEffect(
                                CreatedChats.WORKSPACE,
                                chat.chatId(),
                                call.id(),
                                1,
                                Medium.CALL,
                                CreatedChats.SENDER,
                                50,
                                30,
                                false,
                                EXPIRES,
                                EVENT,
                                EventType.CHAT_CREATED,
                                SEALED));
    }

    @Test
    void plansATestChatsCallAsSimulated() {
        var chat = CreatedChats.asking(CreatedChats.call(EXPIRES), true, SEALED);

        assertThat(CallPlan.of(received(chat, chat)))
                .hasValueSatisfying(planned -> assertThat(planned.simulated()).isTrue());
    }

    @Test
    void plansNothing_whenNoCallIsAskedFor() {
        var chat = CreatedChats.asking(null, false, SEALED);

        assertThat(CallPlan.of(received(chat, chat))).isEmpty();
    }

    @Test
    void plansNothing_forAnyOtherEvent() {
        var chat = CreatedChats.asking(null, false, SEALED);
        var other =
                new AssignmentCreated(
                        chat.workspaceId(),
                        chat.chatId(),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        1,
                        EXPIRES);

        assertThat(CallPlan.of(received(chat, other))).isEmpty();
    }

    private static ReceivedEvent received(ChatCreated chat, Event event) {
        return new ReceivedEvent(CreatedChats.meta(EVENT, chat), event);
    }
}
