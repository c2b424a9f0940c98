package workspace.chats.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A real PostgreSQL on 127.0.0.1 that keeps what it has acknowledged: its process is the postmaster
 * itself, whoever started it.
 *
 * @param data the cluster's folder
 * @param password of the superuser {@code postgres}, set when the cluster is made
 */
public record PostgresServer(Path data, int port, String password) {

    /** A process id that no system gives away. */
    private static final String NOBODY = Integer.toString(Integer.MAX_VALUE);

    private static final List<String> SETTINGS =
            List.of(
                    "listen_addresses=127.0.0.1",
                    "unix_socket_directories=",
                    "fsync=on",
                    "synchronous_commit=on",
                    "full_page_writes=on",
                    "wal_level=logical",
                    "max_replication_slots=20",
                    "max_wal_senders=20",
                    "max_slot_wal_keep_size=2GB",
                    "wal_sender_timeout=30s",
                    "max_connections=200",
                    "shared_buffers=128MB",
                    "timezone=UTC",
                    "log_timezone=UTC");

    /** Makes the cluster unless it is there; takes seconds the first time. */
    void init() {
        if (Files.exists(data.resolve("PG_VERSION"))) {
            return;
        }
        Folders.delete(data);
        Path passwordFile = data.resolveSibling(data.getFileName() + ".password");
        try {
            Files.createDirectories(data.getParent());
            Files.createDirectory(data, only("rwx------"));
            Files.deleteIfExists(passwordFile);
            Files.writeString(Files.createFile(passwordFile, only("rw-------")), password);
            initdb(passwordFile);
            Files.delete(passwordFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileAttribute<?> only(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }

    private void initdb(Path passwordFile) {
        var unprivileged = Unprivileged.here();
        unprivileged.own(data);
        unprivileged.own(passwordFile);
        Commands.run(
                Commands.join(
                        unprivileged.prefix(),
                        List.of(
                                PostgresBinaries.home().resolve("bin/initdb").toString(),
                                "--pgdata=" + data,
                                "--username=postgres",
                                "--pwfile=" + passwordFile,
                                "--auth=scram-sha-256",
                                "--encoding=UTF8",
                                "--locale=C",
                                "--locale-provider=builtin",
                                "--builtin-locale=C.UTF-8")));
    }

    /** Becomes the postmaster, under the same process id. */
    private List<String> command() {
        var command = new ArrayList<>(Unprivileged.here().prefix());
        command.add(PostgresBinaries.home().resolve("bin/postgres").toString());
        command.addAll(List.of("-D", data.toString(), "-p", Integer.toString(port)));
        SETTINGS.forEach(setting -> command.addAll(List.of("-c", setting)));
        return command;
    }

    /**
     * Starts it and waits until it answers. Sessions of a killed predecessor may need a moment to
     * notice its death, and PostgreSQL refuses to start beside them: so it tries again.
     *
     * @param spawn starts a command as a process
     */
    public Process start(Function<List<String>, Process> spawn) {
        init();
        strikeOutForeignLock();
        var deadline = Deadline.in(Duration.ofSeconds(60));
        var process = spawn.apply(command());
        while (!isReady()) {
            deadline.pause("PostgreSQL did not start; see its log");
            if (!process.isAlive()) {
                process = spawn.apply(command());
            }
        }
        return process;
    }

    /** The postmaster that holds this cluster, if one lives. */
    public Optional<ProcessHandle> running() {
        return lockHolder().filter(this::isOurs);
    }

    /**
     * The lock names a process; once its id has gone to somebody else, who lives, PostgreSQL would
     * never start again. Only the name is struck out: the rest of the lock still guards against
     * sessions that outlive their postmaster.
     */
    private void strikeOutForeignLock() {
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

    /** Whether a client with the right password gets in. */
    public boolean isReady() {
        try (var connection = connect("postgres")) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    /** As the superuser. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), "postgres", password);
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?connectTimeout=2";
    }

    /** Ends all sessions and stops with a clean checkpoint; a plain TERM would wait for them. */
    public static void stop(ProcessHandle postmaster) {
        if (postmaster.isAlive()) {
            Commands.run(List.of("kill", "-INT", Long.toString(postmaster.pid())));
        }
    }
}
