package workspace.chats.api.chat.delivery;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import workspace.chats.api.directory.Inbox;
import workspace.chats.api.directory.Member;
import workspace.chats.api.directory.PhoneNumber;
import workspace.chats.events.Channel;
import workspace.chats.events.Confidential.Letter;

/**
 * Between whom the messages of a chat go, as the directory has it now. Personal data: never
 * printed.
 *
 * @param phoneNumber the chat's; the workflow's or the workspace's when it has none
 * @param textsPerHour the workspace's budget; null when it has none of its own
 * @param inbox likewise
 */
public record Correspondence(
        UUID workspaceId,
        UUID chatId,
        Channel channel,
        boolean isTest,
        @Nullable String title,
        String workspaceName,
        Member recipient,
        @Nullable PhoneNumber phoneNumber,
        @Nullable Integer textsPerHour,
        @Nullable Inbox inbox) {

    /** How a message would go out; nothing where there is nothing to send it through. */
    public Optional<Delivery> delivery(OptOuts optOuts) {
        var deliveries = new Deliveries(optOuts, recipient);
        return switch (channel) {
            case PHONE_SMS ->
                    Optional.of(
                            deliveries.fromNumber(Optional.ofNullable(phoneNumber), textsPerHour));
            case EMAIL -> Optional.of(deliveries.fromInbox(Optional.ofNullable(inbox)));
            case WEB_CHAT, PHONE_VOICE -> Optional.empty();
        };
    }

    /** That text, ready to be sent; only an e-mail has a subject. */
    public Letter letter(Delivery.Possible way, String text) {
        var subject = channel == Channel.EMAIL ? Subject.of(title, workspaceName) : null;
        return new Letter(way.to(), way.from(), subject, text);
    }

    @Override
    public String toString() {
        return "Correspondence[" + chatId + "]";
    }
}
