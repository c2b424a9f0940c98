package workspace.chats.api.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import workspace.chats.api.chat.Chat;
import workspace.chats.api.testing.DemoWorkspace;
import workspace.chats.api.testing.RunningApi;
import workspace.chats.messaging.testing.Walls;
import workspace.chats.messaging.wall.OpenWorkspaces;

/** The second wall alone: what the database shows to a query that forgot its workspace. */
class WallsIT {

    private static final RunningApi api = RunningApi.get();

    private final Walls walls = new Walls(RunningApi.DATABASE);
    private final DemoWorkspace ours = new DemoWorkspace();
    private final DemoWorkspace theirs = new DemoWorkspace();
    private final String me = ours.human("+15005550011", null).toString();
    private final String them = theirs.human("+15005550012", null).toString();

    @BeforeEach
    void fillBothWorkspaces() {
        fill(ours, me);
        fill(theirs, them);
    }

    @Test
    void standsAroundEveryTableOfAWorkspace() {
        assertThat(walls.tables()).contains("workspace", "member", "chat", "message", "opt_out");
        assertThat(walls.open()).containsExactly("outbox");
    }

    @Test
    void letsNoForeignKeyLeadIntoAnotherWorkspace() {
        assertThat(walls.keys()).isGreaterThanOrEqualTo(30);
        assertThat(walls.keysWithoutWorkspace()).isEmpty();
    }

    @Test
    void showsTheOpenWorkspace_inEveryTable() {
        for (var table : walled()) {
            assertThat(workspacesIn(table, ours.id())).as(table).isSubsetOf(ours.id());
        }
        assertThat(List.of("workspace", "member", "chat", "participant", "message"))
                .allSatisfy(table ->
                        assertThat(workspacesIn(table, ours.id())).containsExactly(ours.id()));
        assertThat(workspacesIn("chat", ours.id(), theirs.id()))
                .containsExactlyInAnyOrder(ours.id(), theirs.id());
    }

    @Test
    void showsNothing_whenNoneIsOpen() {
        for (var table : walled()) {
            assertThat(workspacesIn(table)).as(table).isEmpty();
            assertThat(walls.<Integer>trying(jdbc -> jdbc.sql("delete from " + table).update()))
                    .as(table)
                    .isZero();
            assertThat(updated(table)).as(table).isZero();
        }
    }

    @Test
    void changesTheOpenWorkspaceOnly() {
        for (var table : walled()) {
            int visible =
                    walls.trying(
                            jdbc ->
                                    jdbc.sql("select count(*) from " + table)
                                            .query(Integer.class)
                                            .single(),
                            ours.id());
            assertThat(updated(table, ours.id())).as(table).isEqualTo(visible);
        }
        assertThat(updated("chat", ours.id())).isEqualTo(1);
        assertThat(
                        walls.<Integer>trying(
                                jdbc -> jdbc.sql("delete from participant").update(), ours.id()))
                .isEqualTo(1);
    }

    @Test
    void takesNoRowForAnotherWorkspace() {
        var insert = "insert into site (workspace_id, id, name) values (?, gen_random_uuid(), 'x')";
        assertThat(walls.<Integer>trying(j -> j.sql(insert).param(ours.id()).update(), ours.id()))
                .isEqualTo(1);
        assertRefused(insert);
        assertRefused("update site set workspace_id = ?");
    }

    @Test
    void hidesEverythingFromTheOwnerOfTheTables_butWhatHeLooksAfterForAll() {
        var hidden = new ArrayList<>(walled());
        hidden.removeAll(List.of("message", "phone_call", "idempotency_key", "chat"));
        for (var table : hidden) {
            int rows =
                    walls.tryingAsOwner(jdbc ->
                            jdbc.sql("select count(*) from " + table)
                                    .query(Integer.class)
                                    .single());
            assertThat(rows).as(table).isZero();
        }
        List<String> statuses =
                walls.tryingAsOwner(jdbc ->
                        jdbc.sql("select distinct status from message").query(String.class).list());
        assertThat(statuses).isSubsetOf("pending", "deferred", "unknown");
    }

    @Test
    void leaksNothing_whenARequestForgetsItsWorkspace() throws Exception {
        var mappings = api.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        var forgetful =
                RequestMappingInfo.paths("/api/v2/w/{workspace}/forgetful")
                        .options(mappings.getBuilderConfiguration())
                        .build();
        mappings.registerMapping(
                forgetful, new Forgetful(), Forgetful.class.getDeclaredMethod("workspaces"));
        try {
            var path = "/forgetful";
            assertThat(api.get(base(ours) + path, me).text()).isEqualTo("[\"%s\"]", ours.id());
            assertThat(api.get(base(theirs) + path, them).text())
                    .isEqualTo("[\"%s\"]", theirs.id());
        } finally {
            mappings.unregisterMapping(forgetful);
        }
    }

    @Test
    void leavesNothingOpenOnAPooledConnection() throws SQLException {
        IntStream.range(0, 40)
                .parallel()
                .forEach(i -> fill(i % 2 == 0 ? ours : theirs, i % 2 == 0 ? me : them));
        var pool = api.bean(DataSource.class);
        var connections = new ArrayList<Connection>();
        try {
            for (int i = 0; i < 5; i++) {
                connections.add(pool.getConnection());
            }
            for (var connection : connections) {
                assertThat(rowsSeenBy(connection)).isZero();
            }
        } finally {
            for (var connection : connections) {
                connection.close();
            }
        }
    }

    @Test
    void showsNothingToAnotherThread_orAfterTheWork() {
        var seen = new ArrayList<Integer>();
        OpenWorkspaces.runWith(
                List.of(ours.id()),
                () -> {
                    seen.add(chats());
                    join(Thread.ofVirtual().start(() -> seen.add(chats())));
                });
        seen.add(chats());
        assertThat(seen).containsExactly(1, 0, 0);
    }

    @Test
    void isNotMovedInsideATransaction() {
        var work = api.bean(TransactionTemplate.class);
        assertThatThrownBy(() ->
                        work.executeWithoutResult(
                                _ -> OpenWorkspaces.runWith(List.of(ours.id()), WallsIT::nothing)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void keepsTheIndexes() {
        var plan =
                walls.<List<String>>trying(
                        jdbc -> {
                            jdbc.sql("set local enable_seqscan = off").update();
                            return jdbc.sql(
                                            "explain select * from site where workspace_id = ? and"
                                                    + " id = ?")
                                    .params(ours.id(), UUID.randomUUID())
                                    .query(String.class)
                                    .list();
                        },
                        ours.id());
        assertThat(plan)
                .anyMatch(line -> line.contains("Index Scan using site_pkey"))
                .anyMatch(line ->
                        line.contains("Index Cond: ((workspace_id = '")
                                && line.contains("AND (id = '"));
    }

    private List<String> walled() {
        var tables = new ArrayList<>(walls.tables());
        tables.removeAll(walls.open());
        return tables;
    }

    private List<UUID> workspacesIn(String table, UUID... open) {
        return walls.trying(
                jdbc ->
                        jdbc.sql("select * from " + table).query().listOfRows().stream()
                                .map(WallsIT::workspace)
                                .distinct()
                                .toList(),
                open);
    }

    private static UUID workspace(Map<String, Object> row) {
        return (UUID) Objects.requireNonNull(row.getOrDefault("workspace_id", row.get("id")));
    }

    private int updated(String table, UUID... open) {
        var column = table.equals("workspace") ? "id" : "workspace_id";
        return walls.trying(
                jdbc -> jdbc.sql("update %s set %s = %s".formatted(table, column, column)).update(),
                open);
    }

    private void assertRefused(String write) {
        ours.site();
        assertThatThrownBy(() ->
                        walls.trying(
                                jdbc -> jdbc.sql(write).param(theirs.id()).update(), ours.id()))
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    private static int rowsSeenBy(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from chat")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static int chats() {
        var rows =
                api.bean(TransactionTemplate.class)
                        .execute(_ ->
                                api.bean(JdbcClient.class)
                                        .sql("select count(*) from chat")
                                        .query(Integer.class)
                                        .single());
        return Objects.requireNonNull(rows);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static void nothing() {}

    private static void fill(DemoWorkspace workspace, String subject) {
        var answer =
                api.post(
                        workspace.chats(),
                        subject,
                        """
                        {"channel": "phone-sms", "assistantEnabled": false, "initialMessage": "Hello"}
                        """);
        assertThat(answer.status()).isEqualTo(201);
    }

    private static String base(DemoWorkspace workspace) {
        return "/api/v2/w/" + workspace.id();
    }

    /**
     * A handler whose query has lost its {@code workspace_id = ?}, in the app's own transaction.
     */
    static final class Forgetful {

        @ResponseBody
        List<UUID> workspaces() {
            var entities =
                    SharedEntityManagerCreator.createSharedEntityManager(
                            api.bean(EntityManagerFactory.class));
            return Objects.requireNonNull(
                    api.bean(TransactionTemplate.class)
                            .execute(_ ->
                                    entities
                                            .createQuery("select c from Chat c", Chat.class)
                                            .getResultList()
                                            .stream()
                                            .map(Chat::workspaceId)
                                            .distinct()
                                            .toList()));
        }
    }
}
