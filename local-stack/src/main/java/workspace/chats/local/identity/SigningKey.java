package workspace.chats.local.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;

/** The provider's one key pair (RSA 2048), in a file that only its owner can read. */
final class SigningKey {

    private SigningKey() {}

    /** The key of {@code home}, made if there is none; two processes that ask at once get one. */
    static RSAKey in(Path home) {
        var file = home.resolve("identity").resolve("signing-key.json");
        try {
            if (Files.notExists(file)) {
                keepFirst(file, generate().toJSONString());
            }
            return RSAKey.parse(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (ParseException broken) {
            throw new IllegalStateException(file + " is not a key");
        }
    }

    static RSAKey generate() {
        try {
            return new RSAKeyGenerator(2048)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A link is made whole or not at all, and never over another. */
    private static void keepFirst(Path file, String key) throws IOException {
        var folder = Files.createDirectories(file.getParent());
        var draft = Files.createTempFile(folder, "key", ".draft", ownerOnly());
        try {
            Files.createLink(file, Files.writeString(draft, key));
        } catch (FileAlreadyExistsException anotherWasFirst) {
            // theirs is as good
        } finally {
            Files.delete(draft);
        }
    }

    private static FileAttribute<?> ownerOnly() {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    }
}
