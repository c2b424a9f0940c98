package workspace.chats.local;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;

/** Keys that seal what is personal in events. */
public final class Keysets {

    private Keysets() {}

    /** A new keyset with one AES-256-GCM key, in Tink's clear-text JSON; keep it as a secret. */
    public static String fresh() {
        try {
            var tink = AeadConfig2026.get();
            var keyset = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, tink);
            return TinkJsonProtoKeysetFormat.serializeKeyset(
                    keyset, tink, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK has no AES-256-GCM", e);
        }
    }
}
