package workspace.chats.local.identity;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Signs bearer tokens with the provider's key, with or without the provider running: both use the
 * key that is kept in the stack's home.
 */
public final class Tokens {

    private final RSAKey key;
    private final String issuer;
    private final String audience;
    private final Clock clock;

    private Tokens(RSAKey key, String issuer, String audience, Clock clock) {
        this.key = key;
        this.issuer = issuer;
        this.audience = audience;
        this.clock = clock;
    }

    /** Tokens of the stack that lives in {@code home}; makes its key if it has none yet. */
    public static Tokens in(Path home, String issuer, String audience) {
        return in(home, issuer, audience, Clock.systemUTC());
    }

    static Tokens in(Path home, String issuer, String audience, Clock clock) {
        return new Tokens(SigningKey.in(home), issuer, audience, clock);
    }

    /** A token that every service of the stack accepts, from now on for {@code life}. */
    public String mint(String subject, Duration life) {
        return Signature.VALID.sign(claims(subject, issuer, audience, life), key);
    }

    /** A token as wished, good or bad. */
    String mint(TokenWish wish) {
        var claims =
                claims(
                        wish.subject(),
                        wish.issuerOr(issuer),
                        wish.audienceOr(audience),
                        wish.life());
        return wish.signature().sign(claims, key);
    }

    String issuer() {
        return issuer;
    }

    /** The published half of the key. */
    Map<String, Object> publicKeys() {
        return new JWKSet(key).toPublicJWKSet().toJSONObject();
    }

    private JWTClaimsSet claims(
            @Nullable String subject, String issuer, String audience, Duration life) {
        var now = clock.instant();
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(audience)
                .subject(subject)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(life)))
                .jwtID(UUID.randomUUID().toString())
                .build();
    }
}
