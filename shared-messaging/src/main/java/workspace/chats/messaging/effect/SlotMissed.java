package workspace.chats.messaging.effect;

/** It is too late for this slot: the request must not be written, and gets another slot later. */
public final class SlotMissed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SlotMissed() {
        super("too late for this slot", null, false, false);
    }
}
