package workspace.chats.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

/** The folder of a PostgreSQL server's data, and who holds it. */
record PostgresCluster(Path data) {

    /** A process id that no system gives away. */
    private static final String NOBODY = Integer.toString(Integer.MAX_VALUE);

    /** Makes the cluster unless it is there; whole or not at all, even when it is interrupted. */
    void make(String password) {
        if (!Files.exists(data)) {
            makeAside(password);
        }
    }

    /** Whoever ran PostgreSQL here before: now it is for the one who does. */
    void own() {
        try {
            Unprivileged.here().own(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void makeAside(String password) {
        Path aside = data.resolveSibling(data.getFileName() + ".new");
        Path passwordFile = data.resolveSibling(data.getFileName() + ".password");
        try {
            Folders.delete(aside);
            Files.deleteIfExists(passwordFile);
            Files.createDirectory(aside, only("rwx------"));
            Files.writeString(Files.createFile(passwordFile, only("rw-------")), password);
            initdb(aside, passwordFile);
            Files.delete(passwordFile);
            Files.move(aside, data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void initdb(Path folder, Path passwordFile) throws IOException {
        var unprivileged = Unprivileged.here();
        unprivileged.own(folder);
        unprivileged.own(passwordFile);
        Commands.run(
                Commands.join(
                        unprivileged.prefix(),
                        List.of(
                                PostgresBinaries.home().resolve("bin/initdb").toString(),
                                "--pgdata=" + folder,
                                "--username=postgres",
                                "--pwfile=" + passwordFile,
                                "--auth=scram-sha-256",
                                "--encoding=UTF8",
                                "--locale=C",
                                "--locale-provider=builtin",
                                "--builtin-locale=C.UTF-8")));
    }

    private static FileAttribute<?> only(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }

    /** The postmaster that holds it, if one lives. */
    Optional<ProcessHandle> postmaster() {
        return lockHolder().filter(this::isOurs);
    }

    /**
     * The lock names a process; once its id has gone to somebody else, who lives, PostgreSQL would
     * never start again. Only the name is struck out: the rest of the lock still guards against
     * sessions that outlive their postmaster.
     */
    void strikeOutForeignLock() {
        if (lockHolder().filter(holder -> !isOurs(holder)).isPresent()) {
            try {
                String text = Files.readString(lock());
                Files.writeString(lock(), text.replaceFirst("^\\d+", NOBODY));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Optional<ProcessHandle> lockHolder() {
        try (var lines = Files.lines(lock())) {
            return lines.findFirst()
                    .map(String::strip)
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                    .filter(ProcessHandle::isAlive);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Path lock() {
        return data.resolve("postmaster.pid");
    }

    private boolean isOurs(ProcessHandle process) {
        return process.info().commandLine().orElse("").contains(data.toString());
    }
}
