package workspace.chats.messaging.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import workspace.chats.events.Confidential;
import workspace.chats.events.EventCodec;
import workspace.chats.events.EventType;
import workspace.chats.events.Sealed;
import workspace.chats.messaging.settings.CannotStart;

class SealerTest {

    private static final UUID EVENT = new UUID(1, 1);
    private static final UUID WORKSPACE = new UUID(2, 2);
    private static final UUID CHAT = new UUID(3, 3);
    private static final SealContext CONTEXT =
            new SealContext(EVENT, EventType.CHAT_CREATED, WORKSPACE, CHAT);
    private static final Confidential CONTENT =
            new Confidential(
                    "Canary Jones",
                    Map.of("key", "Canary"),
                    new Confidential.Letter(
                            "+15005550009", "+15005550006", null, "Canary text \u00e4"),
                    null);

    @TempDir Path folder;

    @Test
    void opensWhatItSealed() throws Exception {
        var sealer = sealer(keyset());

        assertThat(sealer.open(CONTEXT, sealer.seal(CONTEXT, CONTENT))).isEqualTo(CONTENT);
    }

    @Test
    void showsNothingOfWhatIsInside_andNeverTheSameTwice() throws Exception {
        var sealer = sealer(keyset());

        var sealed = sealer.seal(CONTEXT, CONTENT);

        assertThat(
                        new String(
                                Base64.getDecoder().decode(sealed.base64()),
                                StandardCharsets.ISO_8859_1))
                .doesNotContain("Canary")
                .doesNotContain("5005550009");
        assertThat(sealer.seal(CONTEXT, CONTENT)).isNotEqualTo(sealed);
    }

    @ParameterizedTest
    @MethodSource("otherContexts")
    void doesNotOpen_forAnotherEvent(SealContext other) throws Exception {
        var sealer = sealer(keyset());
        var sealed = sealer.seal(CONTEXT, CONTENT);

        assertThatThrownBy(() -> sealer.open(other, sealed))
                .isInstanceOf(CannotUnseal.class)
                .hasNoCause();
    }

    static Stream<SealContext> otherContexts() {
        var other = new UUID(9, 9);
        return Stream.of(
                new SealContext(other, EventType.CHAT_CREATED, WORKSPACE, CHAT),
                new SealContext(EVENT, EventType.CHAT_UPDATED, WORKSPACE, CHAT),
                new SealContext(EVENT, EventType.CHAT_CREATED, other, CHAT),
                new SealContext(EVENT, EventType.CHAT_CREATED, WORKSPACE, other));
    }

    @Test
    void doesNotOpen_whatWasDamagedOrSealedByOthers() throws Exception {
        var sealer = sealer(keyset());
        var foreign = sealer(keyset()).seal(CONTEXT, CONTENT);

        assertThatThrownBy(() -> sealer.open(CONTEXT, foreign)).isInstanceOf(CannotUnseal.class);
        assertThatThrownBy(() -> sealer.open(CONTEXT, new Sealed("not base64!")))
                .isInstanceOf(CannotUnseal.class);
    }

    @Test
    void opensWhatAnOlderKeySealed_andSealsWithTheNewOne() throws Exception {
        var old = keyset();
        var sealed = sealer(old).seal(CONTEXT, CONTENT);

        var rotated = sealer(rotate(old));

        assertThat(rotated.open(CONTEXT, sealed)).isEqualTo(CONTENT);
        assertThatThrownBy(() -> sealer(old).open(CONTEXT, rotated.seal(CONTEXT, CONTENT)))
                .isInstanceOf(CannotUnseal.class);
    }

    @Test
    void saysWhichSetting_whenTheKeysetIsOfNoUse() throws Exception {
        var missing = folder.resolve("nowhere.json");
        var garbage = Files.writeString(folder.resolve("garbage.json"), "{\"key\":\"Canary\"}");

        assertThatThrownBy(() -> new KeysetFile(missing).aead())
                .isInstanceOf(CannotStart.class)
                .hasMessage("SEALING_KEYSET_FILE: " + missing + " cannot be read");
        assertThatThrownBy(() -> new KeysetFile(garbage).aead())
                .isInstanceOf(CannotStart.class)
                .hasNoCause()
                .hasMessage(
                        "SEALING_KEYSET_FILE: " + garbage + " is not a Tink AEAD keyset in JSON");
    }

    private Sealer sealer(KeysetHandle keys) throws Exception {
        var json =
                TinkJsonProtoKeysetFormat.serializeKeyset(
                        keys, AeadConfig2026.get(), InsecureSecretKeyAccess.get());
        var file = Files.writeString(Files.createTempFile(folder, "keyset", ".json"), json);
        return new Sealer(new KeysetFile(file).aead(), new EventCodec());
    }

    private static KeysetHandle keyset() throws Exception {
        return KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get());
    }

    private static KeysetHandle rotate(KeysetHandle old) throws Exception {
        return KeysetHandle.newBuilder(old)
                .addEntry(KeysetHandle.importKey(keyset().getPrimary().getKey()).makePrimary())
                .setConfiguration(AeadConfig2026.get())
                .build();
    }
}
