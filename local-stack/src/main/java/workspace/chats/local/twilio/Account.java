package workspace.chats.local.twilio;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The one account of the simulator. */
public record Account(String sid, String authToken) {

    /** Whether {@code authorization} is this account's HTTP Basic header. */
    boolean admits(@Nullable String authorization) {
        return authorization != null
                && MessageDigest.isEqual(bytes(authorization), bytes("Basic " + credentials()));
    }

    private String credentials() {
        return Base64.getEncoder().encodeToString(bytes(sid + ":" + authToken));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Account[" + sid + "]";
    }
}
