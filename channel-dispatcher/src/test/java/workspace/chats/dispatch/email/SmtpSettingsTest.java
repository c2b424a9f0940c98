package workspace.chats.dispatch.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import workspace.chats.dispatch.email.SmtpSettings.Starttls;
import workspace.chats.messaging.settings.CannotStart;

class SmtpSettingsTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void requireEncryption_exceptTowardsThisMachine() {
        assertThat(settings("127.0.0.1", 25, null).requiresStarttls()).isFalse();
        assertThat(settings("localhost", 25, null).requiresStarttls()).isFalse();
        assertThat(settings("nowhere.invalid", 25, null).requiresStarttls()).isTrue();
        assertThat(settings("nowhere.invalid", 25, Starttls.OFF).requiresStarttls()).isFalse();
    }

    @Test
    void encryptFromTheFirstByte_atThePortThatIsMadeForIt() {
        assertThat(settings("nowhere.invalid", 465, null).isImplicitlyEncrypted()).isTrue();
        assertThat(settings("nowhere.invalid", 465, null).requiresStarttls()).isFalse();
        assertThat(settings("nowhere.invalid", 587, null).isImplicitlyEncrypted()).isFalse();
        assertThat(settings("localhost", 2465, Starttls.IMPLICIT).isImplicitlyEncrypted()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "IMPLICIT")
    void refuseAnythingElse_atThatPort(Starttls other) {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> settings("nowhere.invalid", 465, other))
                .withMessageContaining("SMTP_STARTTLS");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 65_536})
    void refuseAPortThatIsNone(int port) {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> settings("localhost", port, null))
                .withMessageContaining("SMTP_PORT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT0.0009S"})
    void refuseToWaitForNoTime_whichWouldMeanForEver(Duration none) {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> settings(none, SECOND, SECOND))
                .withMessageContaining("connect-timeout");
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> settings(SECOND, none, SECOND))
                .withMessageContaining("reply-timeout");
    }

    @Test
    void refuseADeadlineThatIsOver() {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> settings(SECOND, SECOND, Duration.ZERO))
                .withMessageContaining("deadline");
    }

    private static SmtpSettings settings(String host, int port, @Nullable Starttls starttls) {
        return new SmtpSettings(host, port, null, null, starttls, SECOND, SECOND, SECOND);
    }

    private static SmtpSettings settings(Duration connect, Duration reply, Duration deadline) {
        return new SmtpSettings("localhost", 25, null, null, null, connect, reply, deadline);
    }
}
