package workspace.chats.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import workspace.chats.messaging.testing.Engines;
import workspace.chats.messaging.testing.Walls;

/** The second wall: what the database itself shows to whom. */
@SpringBootTest
class RowLevelSecurityIT {

    private static final String ROW =
            """
            insert into assignment (workspace_id, id, chat_id, member_id, workflow_id, workflow_version, status, created_at)
            values (?, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 1, 'active', now())
            """;
    private final Walls walls = new Walls(Engines.database("assignment"));
    private final UUID workspace = UUID.randomUUID();

    @DynamicPropertySource
    static void engines(DynamicPropertyRegistry registry) {
        Engines.registerFor(registry, "assignment");
    }

    @Test
    void standsAroundEveryTableOfAWorkspace() {
        assertThat(walls.tables()).containsExactly("assignment", "outbox");
        assertThat(walls.open()).containsExactly("outbox");
    }

    @Test
    void showsAWorkspaceItsOwnRowsOnly() {
        assertThat(insertedAndSeenWith(workspace)).isEqualTo(1);
        assertThat(insertedAndSeenWith(UUID.randomUUID())).isZero();
        assertThat(insertedAndSeenWith()).isZero();
    }

    @Test
    void hidesThemFromTheOwnerToo() {
        JdbcClient.create(Engines.database("assignment").owner())
                .sql(ROW)
                .param(workspace)
                .update();

        assertThat(walls.tryingAsOwner(RowLevelSecurityIT::count)).isZero();
        assertThat(walls.tryingAsOwner(RowLevelSecurityIT::count, workspace)).isEqualTo(1);
    }

    @Test
    void takesNoRowOfAnotherWorkspace() {
        assertThatThrownBy(() ->
                        walls.trying(
                                jdbc -> jdbc.sql(ROW).param(workspace).update(), UUID.randomUUID()))
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    private int insertedAndSeenWith(UUID... open) {
        return walls.trying(
                jdbc -> {
                    jdbc.sql(ROW).param(workspace).update();
                    Walls.open(jdbc, open);
                    return count(jdbc);
                },
                workspace);
    }

    private static int count(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from assignment").query(Integer.class).single();
    }
}
