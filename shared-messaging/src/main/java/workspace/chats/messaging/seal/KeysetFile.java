package workspace.chats.messaging.seal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import workspace.chats.messaging.settings.CannotStart;

/**
 * A Tink keyset as clear-text JSON: the primary key seals, every key opens. Guarded by the file's
 * permissions, as the operator's secret store hands it out.
 */
final class KeysetFile {

    static final String SETTING = "workspace.sealing.keyset-file";

    private final Path file;

    KeysetFile(Path file) {
        this.file = file;
    }

    /** Throws {@link CannotStart}; nothing of the file's content is in its text. */
    Aead aead() {
        try {
            var tink = AeadConfig2026.get();
            return TinkJsonProtoKeysetFormat.parseKeyset(
                            Files.readString(file), tink, InsecureSecretKeyAccess.get())
                    .getPrimitive(tink, Aead.class);
        } catch (IOException unreadable) {
            throw unusable("cannot be read");
        } catch (GeneralSecurityException | RuntimeException malformed) {
            throw unusable("is not a Tink AEAD keyset in JSON");
        }
    }

    private CannotStart unusable(String problem) {
        return new CannotStart("SEALING_KEYSET_FILE: " + file + " " + problem);
    }
}
