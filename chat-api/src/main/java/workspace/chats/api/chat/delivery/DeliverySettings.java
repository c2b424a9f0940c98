package workspace.chats.api.chat.delivery;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How patient everybody is with messages and calls.
 *
 * @param expiresAfter how long after the wish for it a message or call may still go out
 * @param waitAtMost how long an answer waits for a message's outcome, unless its caller prefers
 *     otherwise
 */
@ConfigurationProperties("chats.delivery")
public record DeliverySettings(
        @DefaultValue("1h") Duration expiresAfter, @DefaultValue("3s") Duration waitAtMost) {}
