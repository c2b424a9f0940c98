package workspace.chats.messaging.inbox;

/**
 * The batch cannot go on now. Everything before {@code firstUndone} is done; the rest is to be
 * delivered again. Carries the failure's class only.
 */
final class HeldUp extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int firstUndone;

    HeldUp(int firstUndone, Throwable why) {
        super(Failures.describe(why), null, false, false);
        this.firstUndone = firstUndone;
    }

    int firstUndone() {
        return firstUndone;
    }
}
