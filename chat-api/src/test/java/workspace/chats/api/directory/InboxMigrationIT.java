package workspace.chats.api.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import workspace.chats.messaging.testing.Engines;
import workspace.chats.messaging.testing.TestDatabase;

/** A database of the version before, behind its wall, in which a mailbox stands twice. */
class InboxMigrationIT {

    private static final TestDatabase database = Engines.database("chat_api_before");

    private final JdbcClient sql = JdbcClient.create(database.owner());
    private final UUID workspace = UUID.randomUUID();

    @Test
    void saysThatAMailboxStandsTwice_withoutTheMailbox_andGoesOnWhenItDoesNot() {
        migrate("20");
        sql.sql("insert into workspace (id, name) values (?, 'The Clinic')")
                .param(workspace)
                .update();
        inbox("desk@example.org");
        var twin = inbox("Desk@example.org");

        assertThatThrownBy(() -> migrate("21"))
                .hasMessageContaining("the same mailbox twice in inbox_address")
                .satisfies(failure ->
                        assertThat(failure.getMessage()).doesNotContainIgnoringCase("desk@"));

        sql.sql("delete from inbox_address where id = ?").param(twin).update();
        migrate("21");
    }

    private UUID inbox(String address) {
        var id = UUID.randomUUID();
        sql.sql(
                        "insert into inbox_address (workspace_id, id, address, label) values (?, ?, ?, 'desk')")
                .params(workspace, id, address)
                .update();
        return id;
    }

    private static void migrate(String target) {
        Flyway.configure()
                .dataSource(database.migrator())
                .locations("classpath:db/messaging", "classpath:db/chat-api")
                .placeholders(
                        Map.of(
                                "appRole", database.name() + "_app",
                                "relayRole", database.name() + "_relay"))
                .target(target)
                .load()
                .migrate();
    }
}
