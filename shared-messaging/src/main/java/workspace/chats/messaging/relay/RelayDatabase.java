package workspace.chats.messaging.relay;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** The service's database as the relay's own role; not out of the service's pool. */
record RelayDatabase(String url, String user, String password) {

    private static final int DEFAULT_PORT = 5432;

    /**
     * A connection in auto-commit mode that notices within seconds when the other side is gone, on
     * both sides: PostgreSQL frees the lock of a leader whose machine vanished.
     */
    Connection connect() throws SQLException {
        return connect("");
    }

    /** One that PostgreSQL ends, and the locks with it, when it is not used for that long. */
    Connection connectFor(Duration lease) throws SQLException {
        return connect(" -c idle_session_timeout=" + lease.toMillis());
    }

    private Connection connect(String options) throws SQLException {
        var settings = new Properties();
        settings.setProperty("user", user);
        settings.setProperty("password", password);
        settings.setProperty("ApplicationName", "workspace-chats-relay");
        settings.setProperty("tcpKeepAlive", "true");
        settings.setProperty("connectTimeout", "5");
        settings.setProperty("socketTimeout", "60");
        settings.setProperty(
                "options",
                "-c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3"
                        + options);
        return DriverManager.getConnection(url, settings);
    }

    String host() {
        return uri().getHost();
    }

    int port() {
        return uri().getPort() < 0 ? DEFAULT_PORT : uri().getPort();
    }

    String name() {
        return uri().getPath().substring(1);
    }

    /** What the URL says after the question mark, such as {@code sslmode}. */
    Map<String, String> parameters() {
        var query = uri().getQuery();
        return query == null ? Map.of() : parse(query);
    }

    private static Map<String, String> parse(String query) {
        return Arrays.stream(query.split("&", -1))
                .map(parameter -> parameter.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (one, last) -> last));
    }

    private URI uri() {
        return URI.create(url.replaceFirst("^jdbc:", ""));
    }

    @Override
    public String toString() {
        return "RelayDatabase[" + user + "]";
    }
}
