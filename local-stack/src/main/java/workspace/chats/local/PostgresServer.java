package workspace.chats.local;

import java.nio.file.Path;
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
 * @param more settings, such as {@code work_mem=4MB}; nobody can change them while it runs
 */
public record PostgresServer(Path data, int port, String password, List<String> more) {

    /** How much of the log those may hold back who do not read it: a disk is not filled. */
    public static final String LIMITED_LOG = "max_slot_wal_keep_size=2GB";

    /** How long it may take until it answers, on a busy machine too. */
    public static final Duration PATIENCE = Duration.ofMinutes(3);

    // not all of the patience: a server that can never start is told of only afterwards
    private static final Duration PATIENCE_WITH_TRIES = Duration.ofMinutes(1);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);

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
                    "wal_sender_timeout=30s",
                    "max_connections=200",
                    "shared_buffers=128MB",
                    "timezone=UTC",
                    "log_timezone=UTC");

    public PostgresServer(Path data, int port, String password) {
        this(data, port, password, List.of());
    }

    /**
     * Starts it and waits until it answers; one that runs although its starter has lost sight of it
     * is stopped first. Sessions of a killed predecessor may need a while to notice its death, and
     * PostgreSQL refuses to start beside them: so it tries again.
     *
     * @param spawn starts a command as a process
     */
    public Process start(Function<List<String>, Process> spawn) {
        stopForgotten();
        cluster().make(password);
        cluster().own();
        cluster().strikeOutForeignLock();
        var deadline = Deadline.in(PATIENCE);
        var tries = Deadline.in(PATIENCE_WITH_TRIES);
        var process = spawn.apply(command());
        while (!isReady()) {
            deadline.pause("did not start within " + PATIENCE.toSeconds() + " s");
            if (!process.isAlive()) {
                tries.pause(BETWEEN_TRIES, "does not start");
                process = spawn.apply(command());
            }
        }
        return process;
    }

    private void stopForgotten() {
        running().ifPresent(PostgresServer::stop);
        var deadline = Deadline.in(PATIENCE);
        while (running().isPresent()) {
            deadline.pause("runs and does not stop");
        }
    }

    /** The postmaster, if one lives. */
    public Optional<ProcessHandle> running() {
        return cluster().postmaster();
    }

    private PostgresCluster cluster() {
        return new PostgresCluster(data);
    }

    /** Becomes the postmaster, under the same process id. */
    private List<String> command() {
        var command = new ArrayList<>(Unprivileged.here().prefix());
        command.add(PostgresBinaries.home().resolve("bin/postgres").toString());
        command.addAll(List.of("-D", data.toString(), "-p", Integer.toString(port)));
        SETTINGS.forEach(setting -> command.addAll(List.of("-c", setting)));
        more.forEach(setting -> command.addAll(List.of("-c", setting)));
        return command;
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

    /**
     * Ends all sessions and stops with a clean checkpoint; a plain TERM would wait for them. One
     * that goes by itself in the meantime has stopped, too.
     */
    public static void stop(ProcessHandle postmaster) {
        if (postmaster.isAlive()) {
            try {
                Commands.run(List.of("kill", "-INT", Long.toString(postmaster.pid())));
            } catch (IllegalStateException e) {
                throwUnlessGone(postmaster, e);
            }
        }
    }

    private static void throwUnlessGone(ProcessHandle postmaster, IllegalStateException refusal) {
        if (postmaster.isAlive()) {
            throw refusal;
        }
    }

    @Override
    public String toString() {
        return "PostgresServer[" + data + ", " + port + "]";
    }
}
