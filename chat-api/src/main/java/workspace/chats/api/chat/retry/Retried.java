package workspace.chats.api.chat.retry;

/** How a wish to send a message again ended. */
sealed interface Retried {

    /** It is written down; {@code again}: by an earlier sending of the same request. */
    record Wished(boolean again) implements Retried {}

    /** Nothing is written down. */
    record Pointless(Conflict conflict) implements Retried {}
}
