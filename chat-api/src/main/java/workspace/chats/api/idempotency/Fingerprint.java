package workspace.chats.api.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import workspace.chats.api.body.Body;

/**
 * SHA-256 over where a request goes and what its body says. White space, the order of fields and
 * nulls that mean absent say nothing, so a client may write the body anew for every try.
 */
record Fingerprint(String hex) {

    static Fingerprint of(String path, Body body) {
        var digest = sha256();
        digest.update(path.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n'); // stands in no path
        return new Fingerprint(HexFormat.of().formatHex(digest.digest(body.canonical())));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
