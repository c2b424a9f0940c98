package workspace.chats.api.chat;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * How many messages a chat has; a failed one is also an outbound one, so the first is always the
 * sum of the next two.
 */
@Embeddable
public record MessageCounts(
        @Column(name = "messages_total") int total,
        @Column(name = "messages_inbound") int inbound,
        @Column(name = "messages_outbound") int outbound,
        @Column(name = "messages_failed") int failed) {

    static final MessageCounts ZERO = new MessageCounts(0, 0, 0, 0);

    MessageCounts plusOutbound(boolean hasFailed) {
        return new MessageCounts(total + 1, inbound, outbound + 1, hasFailed ? failed + 1 : failed);
    }
}
