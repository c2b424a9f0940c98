package workspace.chats.local.identity;

import java.util.List;
import java.util.Map;
import workspace.chats.local.peer.Peer;
import workspace.chats.local.peer.Reply;
import workspace.chats.local.peer.Request;

/**
 * What a service needs of an OpenID provider (discovery and keys), and {@code POST /_sim/token
 * {subject?, lifeSeconds?, issuer?, audience?, key?}}, which signs any token, also bad ones.
 */
public final class IdentityProvider implements Peer {

    private static final String KEYS = "/jwks.json";

    private final Tokens tokens;

    public IdentityProvider(Tokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Reply answer(Request request) {
        return switch (request.method() + " " + request.path()) {
            case "GET /.well-known/openid-configuration" -> Reply.ok(discovery());
            case "GET " + KEYS -> Reply.ok(tokens.publicKeys());
            case "POST /_sim/token" -> Reply.ok(token(request.json(TokenWish.class)));
            default -> Reply.notFound();
        };
    }

    private Map<String, Object> discovery() {
        var issuer = tokens.issuer();
        return Map.of(
                "issuer", issuer,
                "jwks_uri", issuer + KEYS,
                "response_types_supported", List.of("token"),
                "subject_types_supported", List.of("public"),
                "id_token_signing_alg_values_supported", List.of("RS256"));
    }

    private Map<String, Object> token(TokenWish wish) {
        return Map.of(
                "access_token", tokens.mint(wish),
                "token_type", "Bearer",
                "expires_in", wish.life().toSeconds());
    }
}
