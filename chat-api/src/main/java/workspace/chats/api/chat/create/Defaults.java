package workspace.chats.api.chat.create;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import workspace.chats.api.directory.Directory;
import workspace.chats.api.directory.Inbox;
import workspace.chats.api.directory.Member;
import workspace.chats.api.directory.PhoneNumber;
import workspace.chats.api.directory.Workflow;
import workspace.chats.events.Channel;

/**
 * Who and what serves the chat: what the request names, else the workflow's default, else the
 * workspace's.
 */
final class Defaults {

    private final CreateRequest request;
    private final Directory directory;

    Defaults(CreateRequest request, Directory directory) {
        this.request = request;
        this.directory = directory;
    }

    Optional<Member> assistant() {
        return first(
                request.assistantMemberId(),
                Workflow::agentMemberId,
                directory.defaultAssistantId(),
                directory::activeAssistant);
    }

    Optional<PhoneNumber> numberForTexts() {
        return number(PhoneNumber::sms);
    }

    Optional<PhoneNumber> numberForCalls() {
        return number(PhoneNumber::voice);
    }

    Optional<Inbox> inbox() {
        return first(
                request.inboxId(),
                Workflow::defaultInboxId,
                directory.defaultInboxId(),
                directory::inbox);
    }

    @Nullable UUID phoneNumberId(Channel channel) {
        return switch (channel) {
            case PHONE_SMS -> numberForTexts().map(PhoneNumber::id).orElse(null);
            case PHONE_VOICE -> numberForCalls().map(PhoneNumber::id).orElse(null);
            case WEB_CHAT, EMAIL -> null;
        };
    }

    @Nullable UUID inboxId(Channel channel) {
        return channel == Channel.EMAIL ? inbox().map(Inbox::id).orElse(null) : null;
    }

    /** A default that cannot serve the channel counts as missing. */
    private Optional<PhoneNumber> number(Predicate<PhoneNumber> capable) {
        return first(
                request.phoneNumberId(),
                Workflow::defaultPhoneNumberId,
                directory.defaultPhoneNumberId(),
                id -> directory.phoneNumber(id).filter(capable));
    }

    private <T> Optional<T> first(
            @Nullable UUID requested,
            Function<Workflow, @Nullable UUID> ofWorkflow,
            @Nullable UUID ofWorkspace,
            Function<UUID, Optional<T>> find) {
        var workflow = directory.workflow();
        return Stream.of(
                        requested,
                        workflow == null ? null : ofWorkflow.apply(workflow),
                        ofWorkspace)
                .filter(Objects::nonNull)
                .flatMap(id -> find.apply(id).stream())
                .findFirst();
    }
}
