package workspace.chats.local.twilio;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Twilio's identifiers: two letters for the kind, then 32 hexadecimal digits, never twice. */
final class Sids {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Sids() {}

    static String fresh(String kind) {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return kind + HexFormat.of().formatHex(bytes);
    }
}
