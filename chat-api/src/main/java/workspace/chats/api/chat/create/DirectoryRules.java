package workspace.chats.api.chat.create;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import workspace.chats.api.chat.create.CreateRequest.Invited;
import workspace.chats.api.directory.Directory;
import workspace.chats.api.directory.PhoneNumber;
import workspace.chats.api.problem.FieldProblems;
import workspace.chats.api.problem.Flaw;
import workspace.chats.events.Role;

/**
 * What the workspace has and has not: first everything that makes the request wrong, then
 * everything that is not there.
 */
final class DirectoryRules {

    private final CreateRequest request;
    private final Directory directory;

    DirectoryRules(CreateRequest request, Directory directory) {
        this.request = request;
        this.directory = directory;
    }

    void noteWrong(FieldProblems problems) {
        notePhoneNumber(problems);
        if (request.inboxId() != null && directory.inbox(request.inboxId()).isEmpty()) {
            problems.add("inboxId", Flaw.UNKNOWN);
        }
        request.references().noteWrong(directory, problems);
        var workflow = directory.workflow();
        if (workflow != null && workflow.published().isEmpty()) {
            problems.add("workflowId", Flaw.NOT_PUBLISHED);
        }
        request.participants().stream()
                .filter(this::isNoAssistant)
                .forEach(invited -> problems.add(invited.path() + "role", Flaw.NOT_AN_ASSISTANT));
    }

    void noteMissing(FieldProblems problems) {
        noteWorkflow(problems);
        noteMember(problems, "memberId", request.memberId());
        request.participants()
                .forEach(i -> noteMember(problems, i.path() + "memberId", i.memberId()));
        request.references().noteMissing(directory, problems);
    }

    private void notePhoneNumber(FieldProblems problems) {
        var id = request.phoneNumberId();
        if (id == null) {
            return;
        }
        var number = directory.phoneNumber(id);
        if (number.isEmpty()) {
            problems.add("phoneNumberId", Flaw.UNKNOWN);
        } else if (lacksCapability(number.get())) {
            problems.add("phoneNumberId", Flaw.NOT_CAPABLE);
        }
    }

    private boolean lacksCapability(PhoneNumber number) {
        return switch (request.channel()) {
            case PHONE_SMS -> !number.sms();
            case PHONE_VOICE -> !number.voice();
            case WEB_CHAT, EMAIL -> false;
            case null -> false;
        };
    }

    private void noteWorkflow(FieldProblems problems) {
        if (request.workflowId() == null) {
            return;
        }
        var workflow = directory.workflow();
        var version = request.workflowVersionNumber();
        if (workflow == null) {
            problems.add("workflowId", Flaw.NOT_FOUND);
        } else if (version != null && !workflow.published().contains(version)) {
            problems.add("workflowVersionNumber", Flaw.NOT_FOUND);
        }
    }

    private void noteMember(FieldProblems problems, String field, @Nullable UUID id) {
        if (id != null && directory.activeMember(id).isEmpty()) {
            problems.add(field, Flaw.NOT_FOUND);
        }
    }

    private boolean isNoAssistant(Invited invited) {
        return invited.role() == Role.ASSISTANT
                && directory
                        .activeMember(invited.memberId())
                        .filter(m -> !m.isAssistant())
                        .isPresent();
    }
}
