package workspace.chats.system;

import static org.assertj.core.api.Assertions.assertThat;
import static workspace.chats.system.ChatRequest.sms;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import workspace.chats.client.ChatsApi;
import workspace.chats.client.MembersApi;
import workspace.chats.client.OptOutsApi;
import workspace.chats.client.PhoneNumbersApi;
import workspace.chats.client.WorkflowsApi;
import workspace.chats.client.model.ChatResponse;
import workspace.chats.client.model.CreateMemberRequest;
import workspace.chats.client.model.CreateOptOutRequest;
import workspace.chats.client.model.CreatePhoneNumberRequest;
import workspace.chats.client.model.CreateWorkflowRequest;
import workspace.chats.client.model.MessageStatus;
import workspace.chats.client.model.ReasonCode;
import workspace.chats.client.model.WorkflowVersionRequest;

/** A clinic that starts with nothing: one command, and from then on HTTP alone. */
class NewWorkspaceIT {

    private static final Set<MessageStatus> OPEN =
            EnumSet.of(MessageStatus.PENDING, MessageStatus.UNKNOWN);

    private final RunningSystem system = RunningSystem.get();
    private final Phones phones = system.phones();
    private final String text = "Welcome " + UUID.randomUUID();
    private final String printed =
            system.chats("workspace", "create", "--name", "New clinic", "--admin", "new.admin");
    private final UUID workspace = UUID.fromString(printed("Workspace: +(\\S+)"));
    private final Gateway admin = new Gateway(system.url("apiUrl"), printed("Token: +(\\S+)"));

    @Test
    void comesToItsFirstText_andHonoursAnOptOut() throws Exception {
        var number = addsANumber("+1 (415) 555-0177");
        var workflow = addsAWorkflowInUse(number);
        var patient = addsAPatient("+1 415 555 0178");

        assertThat(texts(patient, workflow).getInitialMessageStatus())
                .isEqualTo(MessageStatus.ACCEPTED);
        phones.gotOnceAndNoMore(text);

        optsOut(number, "+14155550178");
        assertThat(texts(patient, workflow).getInitialMessageError())
                .isEqualTo(ReasonCode.RECIPIENT_OPTED_OUT);
        phones.gotOnceAndNoMore(text);
    }

    private UUID addsANumber(String e164) throws Exception {
        var number = new CreatePhoneNumberRequest().e164(e164).label("Main");
        return new PhoneNumbersApi(admin).createPhoneNumber(workspace, number, null).getId();
    }

    private UUID addsAWorkflowInUse(UUID number) throws Exception {
        var workflows = new WorkflowsApi(admin);
        var intake = new CreateWorkflowRequest().name("Intake").defaultPhoneNumberId(number);
        var id = workflows.createWorkflow(workspace, intake, null).getId();
        var draft = new WorkflowVersionRequest().definition(Map.of("greeting", "hello"));
        workflows.createWorkflowVersion(workspace, id, draft, null);
        workflows.publishWorkflowVersion(workspace, id, 1, null);
        workflows.activateWorkflowVersion(workspace, id, 1, null);
        return id;
    }

    private UUID addsAPatient(String phone) throws Exception {
        var patient =
                new CreateMemberRequest()
                        .kind(CreateMemberRequest.KindEnum.HUMAN)
                        .displayName("Pat")
                        .phone(phone);
        return new MembersApi(admin).createMember(workspace, patient, null).getId();
    }

    private ChatResponse texts(UUID patient, UUID workflow) throws Exception {
        var request = sms().to(patient).running(workflow.toString()).saying(text).typed();
        return settled(new ChatsApi(admin).createChat(workspace, request, null, null).getId());
    }

    private ChatResponse settled(UUID chat) {
        return Eventually.within(
                Duration.ofSeconds(60),
                "an outcome",
                () -> new ChatsApi(admin).getChat(workspace, chat),
                found -> !OPEN.contains(found.getInitialMessageStatus()));
    }

    private void optsOut(UUID number, String address) throws Exception {
        var optOut = new CreateOptOutRequest().senderId(number).address(address);
        new OptOutsApi(admin).createOptOut(workspace, optOut, null);
    }

    private String printed(String pattern) {
        var found = Pattern.compile(pattern).matcher(printed);
        assertThat(found.find()).as(printed).isTrue();
        return found.group(1);
    }
}
