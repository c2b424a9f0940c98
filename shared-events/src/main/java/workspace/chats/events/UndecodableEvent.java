package workspace.chats.events;

/**
 * The bytes are not an event of that type. Carries neither the bytes nor the parser's words, which
 * could quote them.
 */
public final class UndecodableEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UndecodableEvent(EventType type) {
        super("not a readable " + type.wireName(), null, false, false);
    }
}
