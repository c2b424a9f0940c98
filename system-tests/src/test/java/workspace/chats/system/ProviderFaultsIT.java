package workspace.chats.system;

import static org.assertj.core.api.Assertions.assertThat;
import static workspace.chats.system.ChatRequest.sms;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the provider does, nobody gets a text twice, and the chat says what is known. */
class ProviderFaultsIT {

    private final RunningSystem system = RunningSystem.get();
    private final Workspace demo = system.workspace("demo");
    private final Operator operator = demo.as("operator");
    private final Phones phones = system.phones();
    private final String text = "Your visit " + UUID.randomUUID();

    @Test
    void aTextThatWasTakenBeforeTheLineDroppedIsFoundAndNotSentAgain() {
        phones.meet("Messages", "dropAfterAccept");

        var chat = creates();

        chat.becomes("initialMessageStatus", "accepted").hasNothingAt("initialMessageError");
        assertThat(chat.story())
                .containsSubsequence(
                        "message_status unknown (absent)", "message_status accepted (absent)");
        phones.gotOnceAndNoMore(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reset", "hang"})
    void aTextOfUnknownFateIsNeverSentAgain(String mode) {
        phones.meet("Messages", mode);

        var chat = creates();

        chat.becomes("initialMessageStatus", "unknown").hasNothingAt("initialMessageError");
        chat.becomes("initialMessageError", "outcome_unknown")
                .hasNow("initialMessageStatus", "failed");
        phones.neverGet(text);
    }

    @Test
    void anAnswerOf503LeavesTheFateUnknown() {
        phones.answer("Messages", 1, 503);

        var chat = creates();

        chat.becomes("initialMessageStatus", "unknown")
                .becomes("initialMessageError", "outcome_unknown");
        phones.neverGet(text);
    }

    @Test
    void anAnswerOf429IsTriedAgainAndArrivesOnce() {
        phones.answer("Messages", 2, 429);

        creates().becomes("initialMessageStatus", "accepted");

        phones.gotOnceAndNoMore(text);
        assertThat(phones.texts(text)).isEqualTo(1);
    }

    private Chat creates() {
        return operator.createsWithoutWaiting(
                sms().to(demo.member("member")).from(demo.number("main")).saying(text));
    }
}
