package workspace.chats.api.access;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The issuer's published keys: kept for a while, kept longer while the issuer is away, and not
 * fetched again for every key id that somebody makes up.
 */
final class IssuerKeys implements JWKSource<SecurityContext> {

    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final Duration KEPT_WITHOUT_ISSUER = Duration.ofHours(4);
    private static final int TIMEOUT_MILLIS = 2_000;
    private static final int MOST_BYTES = 256 * 1024;

    private final JWKSource<SecurityContext> source;
    private volatile boolean known;

    private IssuerKeys(JWKSource<SecurityContext> source) {
        this.source = source;
    }

    static IssuerKeys of(TokenSettings settings) {
        var http = new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, MOST_BYTES);
        try {
            return new IssuerKeys(
                    JWKSourceBuilder.create(settings.keys().toURL(), http)
                            .cache(KEPT.toMillis(), 2L * TIMEOUT_MILLIS)
                            .rateLimited(settings.keysEvery().toMillis())
                            .outageTolerant(KEPT_WITHOUT_ISSUER.toMillis())
                            .build());
        } catch (MalformedURLException unusable) {
            throw new IllegalArgumentException("chats.tokens.keys is not a URL", unusable);
        }
    }

    /**
     * An unknown key id that comes too soon after the last one matches no key; without any keys,
     * nobody can tell.
     */
    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context)
            throws KeySourceException {
        try {
            var keys = source.get(selector, context);
            known = true;
            return keys;
        } catch (RateLimitReachedException tooSoon) {
            if (known) {
                return List.of();
            }
            throw tooSoon;
        }
    }
}
