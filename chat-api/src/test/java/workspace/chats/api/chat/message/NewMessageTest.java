package workspace.chats.api.chat.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import workspace.chats.api.chat.Direction;
import workspace.chats.api.chat.MessageStatus;
import workspace.chats.api.chat.delivery.Correspondence;
import workspace.chats.api.directory.Inbox;
import workspace.chats.api.directory.Member;
import workspace.chats.api.directory.MemberKind;
import workspace.chats.api.directory.PhoneNumber;
import workspace.chats.events.Channel;
import workspace.chats.events.ReasonCode;

class NewMessageTest {

    private static final UUID OPERATOR = new UUID(0, 1);
    private static final UUID PATIENT = new UUID(0, 2);
    private static final PhoneNumber MAIN =
            new PhoneNumber(new UUID(0, 3), "+12125550199", true, true, 1);
    private static final Inbox DESK = new Inbox(new UUID(0, 4), "desk@example.org", 20);

    @Test
    void goesOut_whoeverWritesItToAPhone() {
        assertThat(written(PATIENT, Channel.PHONE_SMS, MAIN, null).direction())
                .isEqualTo(Direction.OUTBOUND);
        assertThat(written(OPERATOR, Channel.WEB_CHAT, null, null).direction())
                .isEqualTo(Direction.OUTBOUND);
    }

    @Test
    void comesIn_whenTheMemberWritesIntoHisOwnWebChat() {
        assertThat(written(PATIENT, Channel.WEB_CHAT, null, null).direction())
                .isEqualTo(Direction.INBOUND);
    }

    @Test
    void waitsForItsOutcome_whereThereIsOne() {
        assertThat(written(OPERATOR, Channel.PHONE_SMS, MAIN, null).status())
                .isEqualTo(MessageStatus.PENDING);
        assertThat(written(OPERATOR, Channel.EMAIL, null, DESK).status())
                .isEqualTo(MessageStatus.PENDING);
        assertThat(written(OPERATOR, Channel.WEB_CHAT, null, null).status())
                .isEqualTo(MessageStatus.NONE);
    }

    @Test
    void hasFailed_whenThereIsNobodyToSendIt() {
        var message = written(OPERATOR, Channel.PHONE_SMS, null, null);

        assertThat(message.status()).isEqualTo(MessageStatus.FAILED);
        assertThat(message.reason()).isEqualTo(ReasonCode.MISSING_PHONE_NUMBER);
        assertThat(written(OPERATOR, Channel.EMAIL, null, null).reason())
                .isEqualTo(ReasonCode.MISSING_INBOX);
    }

    @Test
    void isNeverPrinted() {
        assertThat(written(OPERATOR, Channel.PHONE_SMS, MAIN, null).toString())
                .doesNotContain("Hello", "2125550");
    }

    private static NewMessage written(
            UUID author, Channel channel, @Nullable PhoneNumber number, @Nullable Inbox inbox) {
        var chat =
                new Correspondence(
                        new UUID(0, 8),
                        new UUID(0, 9),
                        channel,
                        false,
                        null,
                        "The Clinic",
                        new Member(
                                PATIENT,
                                MemberKind.HUMAN,
                                "Pat",
                                "+12125550123",
                                "pat@example.org",
                                true),
                        number,
                        null,
                        inbox);
        return new NewMessage(
                new UUID(0, 7),
                author,
                "Hello",
                chat,
                chat.delivery((sender, address) -> false).orElse(null));
    }
}
