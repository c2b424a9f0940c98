package workspace.chats.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void givesEachServiceItsOwnDatabase_andThreeRolesOfIt() {
        assertThat(settings(Map.of()).service(Program.VOICE_CALLER, 8083))
                .containsEntry("DATABASE_URL", "jdbc:postgresql://127.0.0.1:15432/voice")
                .containsEntry("DATABASE_USER", "voice_app")
                .containsEntry("DATABASE_OWNER_USER", "voice_owner")
                .containsEntry("DATABASE_RELAY_USER", "voice_relay")
                .containsEntry("TWILIO_BASE_URL", "http://127.0.0.1:8091")
                .doesNotContainKey("SMTP_HOST");
    }

    @Test
    void givesNoKeysToTheServiceThatSealsNothing() {
        assertThat(settings(Map.of()).service(Program.ASSIGNMENT_SERVICE, 8081))
                .doesNotContainKeys("SEALING_KEYSET_FILE", "TWILIO_AUTH_TOKEN");
        assertThat(settings(Map.of()).service(Program.CHAT_API, 8080))
                .containsKey("SEALING_KEYSET_FILE");
    }

    @Test
    void letsTheShellWin_forAllServicesOrForOne() {
        var settings =
                settings(
                        Map.of(
                                "TWILIO_BASE_URL", "https://api.twilio.com",
                                "VOICE_CALLER_TWILIO_BASE_URL", "http://voice.example.com"));
        assertThat(settings.service(Program.CHANNEL_DISPATCHER, 8082))
                .containsEntry("TWILIO_BASE_URL", "https://api.twilio.com");
        assertThat(settings.service(Program.VOICE_CALLER, 8083))
                .containsEntry("TWILIO_BASE_URL", "http://voice.example.com");
    }

    @Test
    void doesNotPutAllServicesIntoOneDatabase() {
        var one = "jdbc:postgresql://127.0.0.1:1/one";
        assertThatThrownBy(
                        () -> settings(Map.of("DATABASE_URL", one)).service(Program.CHAT_API, 8080))
                .isInstanceOf(CannotDo.class)
                .hasMessageContaining("DATABASE_URL");
        var ofOne = settings(Map.of("VOICE_CALLER_DATABASE_URL", one));
        assertThat(ofOne.service(Program.VOICE_CALLER, 8083)).containsEntry("DATABASE_URL", one);
        assertThat(ofOne.service(Program.CHAT_API, 8080)).doesNotContainValue(one);
    }

    @Test
    void keepsEveryServiceOnItsOwnPort_whateverTheShellSays() {
        assertThat(settings(Map.of("SERVER_PORT", "80")).service(Program.CHAT_API, 8080))
                .containsEntry("SERVER_PORT", "8080");
    }

    @Test
    void startsFast_unlessTheShellWantsToMeasure() {
        assertThat(settings(Map.of()).jvmOptions(Program.CHAT_API)).hasSize(1);
        var measuring = settings(Map.of("JVM_OPTIONS", "", "KAFKA_JVM_OPTIONS", "-Xmx1g -Xlog:gc"));
        assertThat(measuring.jvmOptions(Program.CHAT_API)).isEmpty();
        assertThat(measuring.jvmOptionsOfKafka()).containsExactly("-Xmx1g", "-Xlog:gc");
    }

    @Test
    void doesNotSlowDownWhoLoadsTheStack() {
        assertThat(settings(Map.of()).service(Program.CHAT_API, 8080))
                .containsEntry("CHATS_LIMITS_MEMBER", "10000")
                .containsEntry("CHATS_LIMITS_WORKSPACE", "10000")
                .containsEntry("CHATS_LIMITS_PER", "1s");
        assertThat(settings(Map.of("CHATS_LIMITS_MEMBER", "5")).service(Program.CHAT_API, 8080))
                .containsEntry("CHATS_LIMITS_MEMBER", "5");
    }

    private static Settings settings(Map<String, String> shell) {
        var secrets = new Secrets("p", "q", "AC1", "token");
        return new Settings(new Home(Path.of("/x")), PortPlan.of(shell), secrets, shell);
    }
}
