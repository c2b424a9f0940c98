package workspace.chats.messaging.testing;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** A sealing key made for this process. */
public final class TestKeyset {

    private TestKeyset() {}

    /** The keyset file, the same for all tests of this process. */
    public static Path file() {
        return Made.FILE;
    }

    private static Path make() {
        try {
            var file = Files.createTempFile("keyset", ".json");
            file.toFile().deleteOnExit();
            return Files.writeString(file, json());
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static String json() {
        try {
            var tink = AeadConfig2026.get();
            var key = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, tink);
            return TinkJsonProtoKeysetFormat.serializeKeyset(
                    key, tink, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static final class Made {
        static final Path FILE = make();
    }
}
