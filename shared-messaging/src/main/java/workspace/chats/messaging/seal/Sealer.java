package workspace.chats.messaging.seal;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;
import java.util.Base64;
import workspace.chats.events.Confidential;
import workspace.chats.events.EventCodec;
import workspace.chats.events.Sealed;

/**
 * Seals and opens personal data (AEAD). New data is sealed with the keyset's primary key; data that
 * an older key of the set sealed still opens, which is how keys are rotated.
 */
public final class Sealer {

    private final Aead aead;
    private final EventCodec codec;

    Sealer(Aead aead, EventCodec codec) {
        this.aead = aead;
        this.codec = codec;
    }

    public Sealed seal(SealContext context, Confidential content) {
        try {
            var sealed = aead.encrypt(codec.write(content), context.associatedData());
            return new Sealed(Base64.getEncoder().encodeToString(sealed));
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("the sealing key cannot encrypt", unusable);
        }
    }

    /** Throws {@link CannotUnseal} when it was not sealed with our keys for this very event. */
    public Confidential open(SealContext context, Sealed sealed) {
        try {
            var opened =
                    aead.decrypt(
                            Base64.getDecoder().decode(sealed.base64()), context.associatedData());
            return codec.readConfidential(opened);
        } catch (GeneralSecurityException | IllegalArgumentException refused) {
            throw new CannotUnseal(context.eventId());
        }
    }
}
