package workspace.chats.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The PostgreSQL binaries of this platform, unpacked once per user from the class path. */
final class PostgresBinaries {

    private PostgresBinaries() {}

    /** The folder that holds {@code bin/postgres}; unpacks it at the first call on this machine. */
    static Path home() {
        String archive = archive();
        Path home = Caches.folder().resolve("postgres-" + size(archive));
        if (!Files.isExecutable(home.resolve("bin/postgres"))) {
            unpack(archive, home);
        }
        return home;
    }

    private static String archive() {
        String os = System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";
        String arch = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        return "/postgres-" + os + "-" + arch + ".txz";
    }

    /** Names the version well enough: another build of PostgreSQL has another length. */
    private static long size(String archive) {
        var resource = PostgresBinaries.class.getResource(archive);
        if (resource == null) {
            throw new IllegalStateException("No PostgreSQL on the class path: " + archive);
        }
        try {
            return resource.openConnection().getContentLengthLong();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Others may unpack at the same moment: each does so aside, the first to finish wins. */
    private static void unpack(String archive, Path home) {
        try {
            Files.createDirectories(home.getParent());
            Path aside = Files.createTempDirectory(home.getParent(), "unpacking-");
            Files.setPosixFilePermissions(aside, PosixFilePermissions.fromString("rwxr-xr-x"));
            extract(archive, aside);
            moveOrDiscard(aside, home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void moveOrDiscard(Path aside, Path home) throws IOException {
        try {
            Files.move(aside, home);
        } catch (FileSystemException e) {
            Folders.delete(aside);
            if (!Files.isExecutable(home.resolve("bin/postgres"))) {
                throw e;
            }
        }
    }

    private static void extract(String archive, Path target) throws IOException {
        try (InputStream raw = PostgresBinaries.class.getResourceAsStream(archive);
                var tar =
                        new TarArchiveInputStream(
                                new XZCompressorInputStream(new BufferedInputStream(raw)))) {
            for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
                extract(entry, tar, target);
            }
        }
    }

    private static void extract(TarArchiveEntry entry, InputStream content, Path target)
            throws IOException {
        Path file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
            throw new IOException("Entry outside the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, file);
            String permissions = (entry.getMode() & 0100) != 0 ? "rwxr-xr-x" : "rw-r--r--";
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        }
    }
}
