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

    static Secrets of(Home home) {
        if (!Files.exists(home.keyset())) {
            PrivateJson.writeText(home.keyset(), Keysets.fresh());
        }
        return PrivateJson.read(home.secrets(), Secrets.class).orElseGet(() -> fresh(home));
    }

    private static Secrets fresh(Home home) {
        var secrets = new Secrets(hex(16), hex(16), "AC" + hex(16), hex(16));
        PrivateJson.write(home.secrets(), secrets);
        return secrets;
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
