package workspace.chats.local.launcher;

import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.HexFormat;
import workspace.chats.local.Keysets;

/** What one installation makes up at its first start and keeps. */
record Secrets(
        String postgresPassword,
        String databasePassword,
        String twilioAccountSid,
        String twilioAuthToken) {

    /** Those of the home, made if there are none; commands that ask at once get the same. */
    static Secrets of(Home home) {
        if (!Files.exists(home.keyset())) {
            PrivateJson.keepFirstText(home.keyset(), Keysets.fresh());
        }
        if (!Files.exists(home.secrets())) {
            PrivateJson.keepFirst(home.secrets(), fresh());
        }
        return PrivateJson.read(home.secrets(), Secrets.class).orElseThrow();
    }

    private static Secrets fresh() {
        return new Secrets(hex(16), hex(16), "AC" + hex(16), hex(16));
    }

    private static String hex(int bytes) {
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    @Override
    public String toString() {
        return "Secrets";
    }
}
