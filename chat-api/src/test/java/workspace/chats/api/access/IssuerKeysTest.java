package workspace.chats.api.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import workspace.chats.api.testing.Issuer;

class IssuerKeysTest {

    private final Issuer issuer = new Issuer();

    @Test
    void cannotTellAGoodTokenFromABadOne_beforeTheKeysWereEverSeen() {
        var decoder = decoder("http://127.0.0.1:1/jwks");
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> decoder.decode(issuer.token("somebody")))
                    .isInstanceOf(JwtException.class)
                    .isNotInstanceOf(BadJwtException.class);
        }
    }

    @Test
    void knowThatAKeyIsMadeUp_onceTheyWereSeen() {
        var decoder = decoder(issuer.keysUri());
        assertThat(decoder.decode(issuer.token("somebody")).getSubject()).isEqualTo("somebody");
        var madeUp = signed(Issuer.newKey("made-up"));
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> decoder.decode(madeUp)).isInstanceOf(BadJwtException.class);
        }
        assertThat(issuer.asked()).isLessThanOrEqualTo(3);
    }

    @Test
    void changeWithoutARestart_andAWithdrawnOneCountsNoLonger() {
        var decoder = decoder(issuer.keysUri());
        var old = issuer.token("somebody");
        assertThat(decoder.decode(old).getSubject()).isEqualTo("somebody");

        issuer.rotate(Issuer.newKey("next"));

        assertThat(decoder.decode(issuer.token("somebody")).getSubject()).isEqualTo("somebody");
        assertThatThrownBy(() -> decoder.decode(old)).isInstanceOf(BadJwtException.class);
    }

    @Test
    void areNotTheCallersFault_whenOutOfReach() throws IOException {
        var response = new MockHttpServletResponse();
        new Unauthorized()
                .commence(
                        new MockHttpServletRequest(),
                        response,
                        new AuthenticationServiceException("the issuer's words"));
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getContentAsString()).doesNotContain("issuer");
        assertThat(response.getHeader("WWW-Authenticate")).isNull();
    }

    private static String signed(RSAKey key) {
        return Issuer.sign(key, Issuer.claims("somebody").build());
    }

    private static JwtDecoder decoder(String keys) {
        return Tokens.decoder(
                new TokenSettings(
                        Issuer.NAME,
                        URI.create(keys),
                        Issuer.AUDIENCE,
                        Duration.ofSeconds(10),
                        Duration.ofMinutes(4)));
    }
}
