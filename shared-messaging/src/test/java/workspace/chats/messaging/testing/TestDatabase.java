package workspace.chats.messaging.testing;

import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A service's database. All its roles have the same password. */
public record TestDatabase(String name, String jdbcUrl, String password) {

    /** As the service itself: under row-level security. */
    public DataSource app() {
        return as(name + "_app");
    }

    /** As one who may do everything, above row-level security: for preparing tests. */
    public DataSource owner() {
        return as("postgres");
    }

    /** As the role that migrates, and owns the tables. */
    public DataSource migrator() {
        return as(name + "_owner");
    }

    /** As a role that reads every row. */
    public JdbcClient reader() {
        return JdbcClient.create(as("chats_reader"));
    }

    DataSource as(String role) {
        var database = new PGSimpleDataSource();
        database.setUrl(jdbcUrl);
        database.setUser(role);
        database.setPassword(password);
        return database;
    }

    /** The environment variables that a service of this database is started with. */
    public Map<String, String> settings() {
        return Map.of(
                "DATABASE_URL", jdbcUrl,
                "DATABASE_USER", name + "_app",
                "DATABASE_PASSWORD", password,
                "DATABASE_OWNER_USER", name + "_owner",
                "DATABASE_OWNER_PASSWORD", password,
                "DATABASE_RELAY_USER", name + "_relay",
                "DATABASE_RELAY_PASSWORD", password);
    }

    @Override
    public String toString() {
        return jdbcUrl;
    }
}
