package workspace.chats.local.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import workspace.chats.local.Databases;
import workspace.chats.local.Keysets;

/**
 * What {@code docker-compose.yml} needs before its services start: their databases and roles, the
 * topics, the key that seals. What is there already stays as it is.
 */
public final class PrepareOnce {

    private final Map<String, String> environment;
    private final Output output = new Output(System.out);

    private PrepareOnce(Map<String, String> environment) {
        this.environment = environment;
    }

    public static void main(String[] args) throws SQLException {
        var once = new PrepareOnce(System.getenv());
        once.databases();
        once.topics();
        once.keyset();
    }

    private void databases() throws SQLException {
        try (var admin =
                DriverManager.getConnection(
                        text("POSTGRES_URL"), "postgres", text("POSTGRES_PASSWORD"))) {
            for (Program program : Program.values()) {
                Databases.bootstrap(admin, program.database(), text("DATABASE_PASSWORD"));
            }
        }
        output.step("postgres", "databases and roles");
    }

    private void topics() {
        Map<String, Object> broker = Map.of("bootstrap.servers", text("KAFKA_BOOTSTRAP_SERVERS"));
        try (var admin = Admin.create(broker)) {
            Kafka.createTopics(admin);
        }
        output.step("kafka", "topics");
    }

    private void keyset() {
        var file = Path.of(text("SEALING_KEYSET_FILE"));
        if (!Files.exists(file)) {
            PrivateJson.keepFirstText(file, Keysets.fresh());
        }
        output.step("services", "key that seals");
    }

    private String text(String name) {
        return Objects.requireNonNull(environment.get(name), name);
    }
}
