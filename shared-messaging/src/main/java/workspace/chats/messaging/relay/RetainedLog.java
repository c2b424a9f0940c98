package workspace.chats.messaging.relay;

import org.jspecify.annotations.Nullable;

/**
 * What PostgreSQL keeps of its log because of the relay.
 *
 * @param bytes kept now
 * @param left bytes that may still be written before the position is given up; null without a limit
 */
record RetainedLog(long bytes, @Nullable Long left) {

    static final RetainedLog NONE = new RetainedLog(0, null);

    /** True when it has come nearer to its limit than to its beginning. */
    boolean isHalfUsed() {
        return left != null && left < bytes;
    }
}
