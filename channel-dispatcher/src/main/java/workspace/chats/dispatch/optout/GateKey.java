package workspace.chats.dispatch.optout;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Locale;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Turns an address into something that can be looked up and not read. */
final class GateKey {

    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec key;

    GateKey(byte[] key) {
        this.key = new SecretKeySpec(key, HMAC);
    }

    /** 32 bytes, equal for equal addresses of one sender, upper and lower case alike. */
    byte[] hash(UUID workspaceId, UUID senderId, String address) {
        var text = workspaceId + "/" + senderId + "/" + address.strip().toLowerCase(Locale.ROOT);
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + HMAC, impossible);
        }
    }
}
