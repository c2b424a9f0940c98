package workspace.chats.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    @TempDir private Path root;

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
    void givesTheSimulatorsAccountToAllWhoCallIt_whateverTwiliosOwnToolsAreTold() {
        var cli = Map.of("TWILIO_ACCOUNT_SID", "ACreal", "TWILIO_AUTH_TOKEN", "real");
        var settings = settings(cli);
        for (var program : List.of(Program.CHANNEL_DISPATCHER, Program.VOICE_CALLER)) {
            assertThat(settings.service(program, 1)).containsAllEntriesOf(accountOf(settings));
        }
        assertThat(settings.service(Program.CHAT_API, 1)).doesNotContainValue("real");
        assertThat(accountOf(settings)).doesNotContainValue("real");
    }

    @Test
    void givesTheShellsAccount_toWhoCallsAnotherTwilio() {
        var shell =
                Map.of(
                        "VOICE_CALLER_TWILIO_BASE_URL", "https://api.twilio.com",
                        "CHANNEL_DISPATCHER_TWILIO_AUTH_TOKEN", "wrong on purpose",
                        "TWILIO_ACCOUNT_SID", "ACreal",
                        "TWILIO_AUTH_TOKEN", "real");
        assertThat(settings(shell).service(Program.VOICE_CALLER, 1))
                .containsEntry("TWILIO_ACCOUNT_SID", "ACreal")
                .containsEntry("TWILIO_AUTH_TOKEN", "real");
        assertThat(settings(shell).service(Program.CHANNEL_DISPATCHER, 1))
                .containsEntry("TWILIO_ACCOUNT_SID", "AC1")
                .containsEntry("TWILIO_AUTH_TOKEN", "wrong on purpose");
    }

    @ParameterizedTest
    @ValueSource(strings = {"OIDC_AUDIENCE", "CHAT_API_OIDC_AUDIENCE"})
    void makesTokensForTheAudienceThatChatApiExpects(String variable) throws Exception {
        var settings = settings(Map.of(variable, "others"));
        assertThat(settings.service(Program.CHAT_API, 1)).containsEntry("OIDC_AUDIENCE", "others");
        assertThat(settings.peers()).containsEntry("OIDC_AUDIENCE", "others");
        assertThat(SignedJWT.parse(new Demo(settings).tokenOf("ann")).getJWTClaimsSet())
                .extracting(JWTClaimsSet::getAudience)
                .isEqualTo(List.of("others"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"OIDC_ISSUER_URI", "CHAT_API_OIDC_ISSUER_URI"})
    void makesTokensOfTheIssuerThatChatApiExpects(String variable) {
        var settings = settings(Map.of(variable, "https://others.example"));
        assertThat(settings.service(Program.CHAT_API, 1))
                .containsEntry("OIDC_ISSUER_URI", "https://others.example");
        assertThat(settings.peers()).containsEntry("OIDC_ISSUER_URI", "https://others.example");
        assertThat(settings.issuer()).isEqualTo("https://others.example");
    }

    @Test
    void doesNotPutAllServicesIntoOneDatabase() {
        var one = "jdbc:postgresql://127.0.0.1:1/one";
        var exported = settings(Map.of("DATABASE_URL", one));
        assertThatThrownBy(exported::refuseOneDatabase)
                .isInstanceOf(CannotDo.class)
                .hasMessageContaining("DATABASE_URL");
        assertThat(exported.service(Program.CHAT_API, 8080)).doesNotContainValue(one);
        var ofOne = settings(Map.of("VOICE_CALLER_DATABASE_URL", one));
        ofOne.refuseOneDatabase();
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

    private static Map<String, String> accountOf(Settings settings) {
        var peers = new HashMap<>(settings.peers());
        peers.keySet().retainAll(Set.of("TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN"));
        return peers;
    }

    private Settings settings(Map<String, String> shell) {
        var secrets = new Secrets("p", "q", "AC1", "token");
        return new Settings(new Home(root), PortPlan.of(shell), secrets, shell);
    }
}
