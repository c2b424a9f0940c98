package workspace.chats.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import workspace.chats.api.testing.Answer;
import workspace.chats.api.testing.DemoWorkspace;
import workspace.chats.api.testing.Issuer;
import workspace.chats.api.testing.RunningApi;

class TokensIT {

    private static final RunningApi api = RunningApi.get();

    private final DemoWorkspace workspace = new DemoWorkspace();
    private final String subject = workspace.human(null, null).toString();

    @Test
    void takesATokenOfTheIssuerForUs() {
        assertThat(withToken(api.issuer().token(subject)).status())
                .isEqualTo(404); // the chat, not the token
        assertThat(withClaims(c -> c.audience(List.of("others", Issuer.AUDIENCE))).status())
                .isEqualTo(404);
    }

    @Test
    void refusesARequestWithoutOne() {
        var answer = api.send(api.request(chat()));
        assertRefused(answer);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertRefused(api.send(api.request(chat()).header("Authorization", "Basic YTpi")));
        assertRefused(
                api.send(api.request(chat() + "?access_token=" + api.issuer().token(subject))));
    }

    @Test
    void refusesNonsense() {
        assertRefused(withToken("x"));
        assertRefused(withToken("a.b.c"));
        assertRefused(withToken(api.issuer().token(subject) + "x"));
    }

    @Test
    void refusesAnotherKey_alsoUnderAKnownName() {
        assertRefused(
                withToken(Issuer.sign(Issuer.newKey("known"), Issuer.claims(subject).build())));
    }

    @Test
    void refusesAnotherIssuer_anotherAudience_andNone() {
        assertRefused(withClaims(c -> c.issuer("https://elsewhere.example")));
        assertRefused(withClaims(c -> c.issuer(null)));
        assertRefused(withClaims(c -> c.audience("others")));
        assertRefused(withClaims(c -> c.audience((String) null)));
    }

    @Test
    void refusesATokenOfAnotherTime_orOfNoTime() {
        assertRefused(withClaims(c -> c.expirationTime(Date.from(Instant.now().minusSeconds(30)))));
        assertRefused(withClaims(c -> c.expirationTime(null)));
        assertRefused(withClaims(c -> c.notBeforeTime(Date.from(Instant.now().plusSeconds(60)))));
    }

    @Test
    void refusesATokenAboutNobody() {
        assertRefused(withClaims(c -> c.subject(null)));
        assertRefused(withClaims(c -> c.subject("")));
    }

    @Test
    void refusesUnsignedTokens() {
        assertRefused(withToken(new PlainJWT(Issuer.claims(subject).build()).serialize()));
    }

    @Test
    void refusesTokensSignedWithThePublicKeyAsASecret() throws JOSEException {
        var header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("known").build();
        var token = new SignedJWT(header, Issuer.claims(subject).build());
        token.sign(new MACSigner(api.issuer().key().toRSAPublicKey().getEncoded()));
        assertRefused(withToken(token.serialize()));
    }

    @Test
    void takesNoKeyFromTheTokenItself() throws JOSEException {
        var elsewhere = new Issuer();
        var place = URI.create(elsewhere.keysUri());
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256);
        assertRefused(signedBy(elsewhere, header.jwk(elsewhere.key().toPublicJWK()).build()));
        assertRefused(signedBy(elsewhere, header.keyID("known").build()));
        assertRefused(
                signedBy(
                        elsewhere,
                        new JWSHeader.Builder(JWSAlgorithm.RS256)
                                .keyID("known")
                                .jwkURL(place)
                                .x509CertURL(place)
                                .build()));
        assertThat(elsewhere.asked()).isZero();
    }

    @Test
    void doesNotAskTheIssuerForEveryKeyThatSomebodyMakesUp() {
        withToken(api.issuer().token(subject));
        var before = api.issuer().asked();
        var another = Issuer.newKey("unknown");
        IntStream.range(0, 100)
                .mapToObj(i -> new RSAKey.Builder(another).keyID("unknown-" + i).build())
                .forEach(key ->
                        assertRefused(withToken(Issuer.sign(key, Issuer.claims(subject).build()))));
        assertThat(api.issuer().asked() - before).isLessThanOrEqualTo(4);
        assertThat(withToken(api.issuer().token(subject)).status()).isEqualTo(404);
    }

    @Test
    void letsNobodyIntoAWorkspaceThatIsNotHis_andSaysTheSameOfUnknownOnes() {
        var answers =
                List.of(
                        api.get(new DemoWorkspace().chats() + "/x", subject),
                        api.get("/api/v2/w/" + UUID.randomUUID() + "/chats/x", subject),
                        api.get("/api/v2/w/not-an-id/chats/x", subject),
                        api.post(new DemoWorkspace().chats(), subject, "{\"channel\": \"fax\"}"),
                        api.post("/api/v2/w/not-an-id/chats", subject, "{"));
        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(404));
        assertThat(answers.stream().map(Answer::text).distinct()).hasSize(1);
    }

    @Test
    void forgetsAMemberTheMomentHeIsInactive() {
        assertThat(create(subject).status()).isEqualTo(201);
        assertThat(api.get(workspace.chats(), subject).status()).isEqualTo(200);

        workspace.deactivate(UUID.fromString(subject));

        var nobodys = api.get("/api/v2/w/" + UUID.randomUUID() + "/chats", subject);
        assertThat(nobodys.status()).isEqualTo(404);
        assertThat(create(subject).text()).isEqualTo(nobodys.text());
        assertThat(api.get(workspace.chats(), subject).text()).isEqualTo(nobodys.text());
    }

    @Test
    void asksForScopesAnew_withEveryRequest() {
        var others = workspace.chats() + "/" + create(subject).at("/id");
        var curious = workspace.human(null, null);
        assertThat(api.get(others, curious.toString()).status()).isEqualTo(404);

        workspace.grant(curious, "chats:read");
        assertThat(api.get(others, curious.toString()).status()).isEqualTo(200);

        workspace.grant(curious);
        assertThat(api.get(others, curious.toString()).status()).isEqualTo(404);
    }

    private Answer create(String owner) {
        return api.post(workspace.chats(), owner, "{\"channel\": \"web-chat\"}");
    }

    private Answer signedBy(Issuer issuer, JWSHeader header) throws JOSEException {
        var token = new SignedJWT(header, Issuer.claims(subject).build());
        token.sign(new RSASSASigner(issuer.key()));
        return withToken(token.serialize());
    }

    private Answer withClaims(UnaryOperator<JWTClaimsSet.Builder> change) {
        return withToken(api.issuer().token(subject, change));
    }

    private Answer withToken(String token) {
        return api.send(api.request(chat()).header("Authorization", "Bearer " + token));
    }

    private String chat() {
        return workspace.chats() + "/" + UUID.randomUUID();
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(answer.text())
                .isEqualTo(
                        """
                        {"type":"about:blank","title":"Unauthorized","status":401,\
                        "detail":"A valid bearer token is required."}\
                        """);
    }
}
