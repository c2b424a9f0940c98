package workspace.chats.system;

import static org.assertj.core.api.Assertions.assertThat;
import static workspace.chats.system.ChatRequest.voice;
import static workspace.chats.system.ChatRequest.webChat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Assignments, and the one case out of eight in which a phone rings. */
class WorkflowAndVoiceIT {

    private final RunningSystem system = RunningSystem.get();
    private final Workspace demo = system.workspace("demo");
    private final Operator operator = demo.as("operator");
    private final Phones phones = system.phones();

    @Test
    void aWorkflowChatIsPinnedAtOnceAndItsAssignmentBecomesActive() {
        var chat = operator.creates(webChat().running(demo.workflow("intake")));

        chat.answered("chatType", "assignment")
                .answered("assignment.workflowId", demo.workflow("intake"))
                .answered("assignment.versionNumber", "2")
                .answered("assistantMemberId", demo.member("assistant").id())
                .becomes("assignment.status", "active");
        assertThat(
                        system.tables("assignment-service")
                                .count(
                                        "select count(*) from assignment where chat_id = '"
                                                + chat.id()
                                                + "'"))
                .isEqualTo(1);
    }

    @Test
    void anOlderPublishedVersionCanBePinned() {
        operator.creates(webChat().running(demo.workflow("intake")).inVersion(1))
                .answered("assignment.versionNumber", "1")
                .becomes("assignment.status", "active");
    }

    @Test
    void aPhoneRingsInExactlyOneOfTheFourCases() {
        var intake = demo.workflow("intake");
        var to = demo.member("second");
        var before = phones.callsTo(to.phone());

        var call = operator.creates(voice().to(to).running(intake));
        var withoutAssistant = operator.creates(voice().to(to).running(intake).withoutAssistant());
        var withoutWorkflow = operator.creates(voice().to(to).from(demo.number("main")));
        var withNeither =
                operator.creates(voice().to(to).from(demo.number("main")).withoutAssistant());

        call.becomes("call.status", "accepted").hasNothingAt("initialMessageError");
        withoutAssistant.answeredWithout("call");
        withoutWorkflow.answeredWithout("call");
        withNeither.answeredWithout("call");
        Eventually.staysFor(
                Duration.ofSeconds(3),
                "one call",
                () -> assertThat(phones.callsTo(to.phone())).isEqualTo(before + 1));
    }

    @Test
    void aTestCallRingsNowhere() {
        var to = demo.member("second");
        var before = phones.callsTo(to.phone());

        operator.creates(voice().to(to).running(demo.workflow("intake")).asATest())
                .becomes("call.status", "accepted")
                .hasNow("call.simulated", "true");

        assertThat(phones.callsTo(to.phone())).isEqualTo(before);
    }

    @Test
    void aCallThatCannotBePlacedSaysWhy() {
        operator.creates(voice().to(demo.member("invalidPhone")).running(demo.workflow("intake")))
                .becomes("call.status", "failed")
                .hasNow("call.reason", "recipient_invalid")
                .hasNow("initialMessageError", "recipient_invalid");
        operator.creates(voice().to(demo.member("noContact")).running(demo.workflow("intake")))
                .answered("call.reason", "missing_recipient_phone")
                .answered("initialMessageError", "missing_recipient_phone");
    }

    @Test
    void aWorkflowWithoutAnythingToCallWithSaysWhatIsMissing() {
        operator.creates(voice().to(demo.member("second")).running(demo.workflow("bare")))
                .answered("initialMessageError", "missing_phone_number");
    }
}
