package workspace.chats.api.chat.retry;

import workspace.chats.api.chat.ChatSnapshot;

/** How a wish to send a message again ended. */
sealed interface Retried {

    /**
     * It is written down, and this is the chat with it; {@code again}: by an earlier sending of the
     * same request.
     */
    record Wished(ChatSnapshot chat, boolean again) implements Retried {}

    /** Nothing is written down. */
    record Pointless(Conflict conflict) implements Retried {}
}
