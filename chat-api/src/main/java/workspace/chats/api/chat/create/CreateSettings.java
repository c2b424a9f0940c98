package workspace.chats.api.chat.create;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param expiresAfter how long after the chat its first message or call may still go out
 * @param waitAtMost how long an answer waits for the first message's outcome, unless its caller
 *     prefers otherwise
 */
@ConfigurationProperties("chats.create")
record CreateSettings(
        @DefaultValue("1h") Duration expiresAfter, @DefaultValue("3s") Duration waitAtMost) {}
