package workspace.chats.api.chat.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import workspace.chats.messaging.testing.Engines;
import workspace.chats.messaging.testing.TestDatabase;

/** A database of a version before, with its chats and behind its wall, becomes one of this. */
class UpgradeIT {

    private static final String BEFORE_THE_COPIES = "23";

    private static final String OLD_CHATS =
            """
            with clinic as (
                insert into workspace (id, name) values (gen_random_uuid(), 'The Clinic') returning id),
            somebody as (
                insert into member (workspace_id, id, kind, subject, display_name)
                select id, gen_random_uuid(), 'human', 'somebody', 'Somebody' from clinic returning workspace_id, id)
            insert into chat (workspace_id, id, channel, chat_type, owner_member_id, member_id, assistant_enabled,
                is_test, archived, needs_response, version, created_at, updated_at)
            select workspace_id, gen_random_uuid(), v.channel, v.type, id, id, false, v.first, v.first, not v.first, 1, now(), now()
            from somebody, (values ('email', 'visit', true), ('web-chat', 'simple', false)) as v (channel, type, first);
            insert into participant (workspace_id, chat_id, id, member_id, role, position)
            select workspace_id, id, gen_random_uuid(), owner_member_id, 'owner', (not is_test)::int from chat
            """;

    private static final String COPIES =
            "select concat_ws(' ', channel, chat_type, is_test, archived, needs_response)"
                    + " from participant order by position";

    @Test
    void givesOldParticipantsTheirCopies_andPutsTheWallBack() {
        var old = ofTheVersionBefore("old_chats");

        migrate(old, "latest");

        assertThat(texts(JdbcClient.create(old.owner()), COPIES))
                .containsExactly("email visit t t f", "web-chat simple f f t");
        assertThat(texts(JdbcClient.create(old.migrator()), COPIES)).isEmpty();
        assertThat(
                        texts(
                                JdbcClient.create(old.migrator()),
                                "select relname from pg_class where relforcerowsecurity"
                                        + " and relname in ('chat', 'participant')"))
                .containsExactlyInAnyOrder("chat", "participant");
    }

    /** Which asks for participants first and for chats then, where a create does the opposite. */
    @Test
    void waitsForAnOwnListThatIsUnderWay_andDoesNotStandInItsWay() throws SQLException {
        var old = ofTheVersionBefore("old_chats_in_use");
        try (var list = old.app().getConnection()) {
            list.setAutoCommit(false);
            read(list, "participant");
            var upgrade = CompletableFuture.runAsync(() -> migrate(old, "latest"));
            awaitSomebodyWaitingFor("participant", old);
            read(list, "chat");
            list.commit();
            upgrade.join();
        }
        assertThat(texts(JdbcClient.create(old.owner()), COPIES)).hasSize(2);
    }

    private static TestDatabase ofTheVersionBefore(String name) {
        var database = Engines.database(name);
        migrate(database, BEFORE_THE_COPIES);
        JdbcClient.create(database.owner()).sql(OLD_CHATS).update();
        return database;
    }

    private static void awaitSomebodyWaitingFor(String table, TestDatabase database) {
        await().until(() ->
                !texts(
                                JdbcClient.create(database.owner()),
                                "select 1 from pg_locks where not granted and relation = '%s'::regclass"
                                        .formatted(table))
                        .isEmpty());
    }

    private static void read(Connection connection, String table) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeQuery("select count(*) from " + table).close();
        }
    }

    private static List<String> texts(JdbcClient sql, String query) {
        return sql.sql(query).query(String.class).list();
    }

    private static void migrate(TestDatabase database, String version) {
        Flyway.configure()
                .dataSource(database.migrator())
                .locations("classpath:db/messaging", "classpath:db/chat-api")
                .outOfOrder(true)
                .placeholders(
                        Map.of(
                                "appRole",
                                database.name() + "_app",
                                "relayRole",
                                database.name() + "_relay"))
                .target(version)
                .load()
                .migrate();
    }
}
