package workspace.chats.api.chat.create;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import workspace.chats.api.chat.Assignment;
import workspace.chats.api.chat.AssignmentStatus;
import workspace.chats.api.chat.Assistant;
import workspace.chats.api.chat.ChatDetails;
import workspace.chats.api.chat.create.NewChat.FirstCall;
import workspace.chats.api.chat.create.NewChat.FirstMessage;
import workspace.chats.api.chat.create.NewChat.Guest;
import workspace.chats.api.chat.delivery.Deliveries;
import workspace.chats.api.chat.delivery.Delivery;
import workspace.chats.api.chat.delivery.Delivery.Impossible;
import workspace.chats.api.chat.delivery.OptOuts;
import workspace.chats.api.chat.delivery.Subject;
import workspace.chats.api.directory.Directory;
import workspace.chats.api.directory.Member;
import workspace.chats.api.problem.FieldProblems;
import workspace.chats.events.Channel;
import workspace.chats.events.ReasonCode;
import workspace.chats.events.Role;
import workspace.chats.messaging.Ids;

/**
 * The rules of creating a chat, in their order: what is wrong, what is missing, and what the chat
 * then is.
 */
final class CreateChat {

    private static final String WITH_WORKFLOW = "assignment";
    private static final String WITHOUT_WORKFLOW = "simple";

    private final CreateRequest request;
    private final Directory directory;
    private final Defaults defaults;
    private final OptOuts optOuts;
    private final Ids ids;

    private CreateChat(CreateRequest request, Directory directory, OptOuts optOuts, Ids ids) {
        this.request = request;
        this.directory = directory;
        this.defaults = new Defaults(request, directory);
        this.optOuts = optOuts;
        this.ids = ids;
    }

    /**
     * {@code problems} are those that reading the request has brought up; an assignment gets its id
     * from {@code ids}.
     */
    static Decision decide(
            CreateRequest request,
            FieldProblems problems,
            Directory directory,
            OptOuts optOuts,
            Ids ids) {
        var rules = new DirectoryRules(request, directory);
        rules.noteWrong(problems);
        if (!problems.isEmpty() || request.channel() == null) {
            return new Decision.Invalid(problems.toList());
        }
        var missing = new FieldProblems();
        rules.noteMissing(missing);
        if (!missing.isEmpty()) {
            return new Decision.NotFound(missing.toList());
        }
        var accepted = new CreateChat(request, directory, optOuts, ids).on(request.channel());
        return new Decision.Accepted(accepted);
    }

    private NewChat on(Channel channel) {
        var owner = member(directory.callerId());
        var member = request.memberId() == null ? owner : member(request.memberId());
        var assistant = defaults.assistant();
        var assignment = assignment();
        var details =
                new ChatDetails(
                        channel,
                        chatType(),
                        request.title(),
                        owner.id(),
                        member.id(),
                        new Assistant(
                                request.assistantEnabled(),
                                assistant.map(Member::id).orElse(null),
                                request.assistantChatModelId(),
                                request.assistantRealtimeModelId()),
                        assignment,
                        defaults.phoneNumberId(channel),
                        defaults.inboxId(channel),
                        request.siteId(),
                        request.isTest(),
                        request.metadata());
        var deliveries = new Deliveries(optOuts, member);
        return new NewChat(
                details,
                guests(owner, member, assistant),
                message(channel, deliveries),
                call(details, deliveries));
    }

    private String chatType() {
        if (request.chatType() != null) {
            return request.chatType();
        }
        return request.workflowId() == null ? WITHOUT_WORKFLOW : WITH_WORKFLOW;
    }

    private @Nullable Assignment assignment() {
        var workflow = directory.workflow();
        if (workflow == null) {
            return null;
        }
        var version =
                Optional.ofNullable(request.workflowVersionNumber())
                        .or(workflow::currentVersion)
                        .orElseThrow();
        return new Assignment(ids.next(), workflow.id(), version, AssignmentStatus.PENDING);
    }

    /** One who is already there keeps the role he has. */
    private List<Guest> guests(Member owner, Member member, Optional<Member> assistant) {
        var guests = new LinkedHashMap<UUID, Guest>();
        seat(guests, owner, Role.OWNER);
        seat(guests, member, Role.MEMBER);
        assistant
                .filter(resolved -> request.assistantEnabled())
                .ifPresent(resolved -> seat(guests, resolved, Role.ASSISTANT));
        request.participants()
                .forEach(invited -> seat(guests, member(invited.memberId()), invited.role()));
        return List.copyOf(guests.values());
    }

    private static void seat(Map<UUID, Guest> guests, Member member, Role role) {
        guests.putIfAbsent(member.id(), new Guest(member.id(), role, member.displayName()));
    }

    private @Nullable FirstMessage message(Channel channel, Deliveries deliveries) {
        if (request.initialMessage() == null) {
            return null;
        }
        return switch (channel) {
            case PHONE_SMS ->
                    new FirstMessage(
                            null,
                            request.initialMessage(),
                            deliveries.fromNumber(
                                    defaults.numberForTexts(), directory.textsPerHour()));
            case EMAIL ->
                    new FirstMessage(
                            Subject.of(request.title(), directory.workspaceName()),
                            request.initialMessage(),
                            deliveries.fromInbox(defaults.inbox()));
            case WEB_CHAT, PHONE_VOICE -> null;
        };
    }

    /** The only case in which a call is placed. */
    private @Nullable FirstCall call(ChatDetails details, Deliveries deliveries) {
        boolean isPlaced =
                details.channel() == Channel.PHONE_VOICE
                        && details.assignment() != null
                        && details.assistant().enabled();
        return isPlaced ? new FirstCall(call(deliveries)) : null;
    }

    private Delivery call(Deliveries deliveries) {
        return defaults.assistant().isEmpty()
                ? new Impossible(ReasonCode.MISSING_ASSISTANT)
                : deliveries.fromNumber(defaults.numberForCalls(), directory.callsPerHour());
    }

    private Member member(@Nullable UUID id) {
        return directory.activeMember(id).orElseThrow();
    }
}
