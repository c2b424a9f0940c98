package workspace.chats.local.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import workspace.chats.local.peer.PeerServer;

/** Judged by a resource server's own library, over HTTP. */
class IdentityProviderTest {

    private static final String ISSUER = "http://issuer.test";
    private static final String AUDIENCE = "workspace-chats";

    @TempDir private Path home;
    private PeerServer server;

    @BeforeEach
    void start() throws IOException {
        var tokens = Tokens.in(home, ISSUER, AUDIENCE);
        server = PeerServer.start("IDENTITY_PORT", 0, new IdentityProvider(tokens));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void publishesTheKeyOfATokenThatWasMintedWithoutIt() throws Exception {
        var token = Tokens.in(home, ISSUER, AUDIENCE).mint("operator", Duration.ofHours(24));

        var claims = verified(token);

        assertThat(claims.getSubject()).isEqualTo("operator");
        assertThat(claims.getJWTID()).isNotBlank();
        assertThat(
                        Duration.between(
                                claims.getIssueTime().toInstant(),
                                claims.getExpirationTime().toInstant()))
                .isEqualTo(Duration.ofHours(24));
        assertThat(SignedJWT.parse(token).getHeader().getKeyID()).isNotBlank();
    }

    @Test
    void neverMintsTheSameTokenTwice() {
        var tokens = Tokens.in(home, ISSUER, AUDIENCE);
        assertThat(tokens.mint("a", Duration.ofHours(1)))
                .isNotEqualTo(tokens.mint("a", Duration.ofHours(1)));
    }

    @Test
    void describesItself() throws Exception {
        var discovery = get("/.well-known/openid-configuration");
        assertThat(discovery.path("issuer").asString()).isEqualTo(ISSUER);
        assertThat(discovery.path("jwks_uri").asString()).isEqualTo(ISSUER + "/jwks.json");
    }

    @Test
    void publishesNothingOfThePrivateKey() throws Exception {
        var key = get("/jwks.json").path("keys").path(0);
        assertThat(key.propertyNames())
                .containsExactlyInAnyOrder("kty", "e", "use", "kid", "alg", "n");
    }

    @Test
    void mintsAGoodToken_whenNothingElseIsWished() throws Exception {
        assertThat(verified(wish("{\"subject\":\"member\"}")).getSubject()).isEqualTo("member");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"subject\":\"member\",\"lifeSeconds\":-120}",
                "{\"subject\":\"member\",\"issuer\":\"http://else.test\"}",
                "{\"subject\":\"member\",\"audience\":\"else\"}",
                "{\"subject\":\"member\",\"key\":\"unknown\"}",
                "{\"subject\":\"member\",\"key\":\"forged\"}",
                "{\"subject\":\"member\",\"key\":\"none\"}",
                "{\"subject\":\"member\",\"key\":\"hmac\"}",
                "{}"
            })
    void mintsABadToken_whenWished(String wish) throws Exception {
        var token = wish(wish);
        assertThatThrownBy(() -> verified(token)).isInstanceOf(BadJOSEException.class);
    }

    private String wish(String json) throws Exception {
        return send(request("/_sim/token").POST(HttpRequest.BodyPublishers.ofString(json)))
                .path("access_token")
                .asString();
    }

    private JsonNode get(String path) throws Exception {
        return send(request(path));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address() + path));
    }

    private String address() {
        return "http://127.0.0.1:" + server.port();
    }

    private static JsonNode send(HttpRequest.Builder request) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request.build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            return JsonMapper.shared().readTree(answer.body());
        }
    }

    private JWTClaimsSet verified(String token) throws Exception {
        var patient = new DefaultResourceRetriever(30_000, 30_000);
        var jwks = URI.create(address() + "/jwks.json").toURL();
        var keys = JWKSourceBuilder.create(jwks, patient).build();
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
        processor.setJWTClaimsSetVerifier(
                new DefaultJWTClaimsVerifier<>(
                        AUDIENCE,
                        new JWTClaimsSet.Builder().issuer(ISSUER).build(),
                        Set.of("sub", "exp", "iat", "jti")));
        return processor.process(token, null);
    }
}
