package workspace.chats.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import workspace.chats.messaging.testing.Engines;

/** The second wall: what the database itself shows to whom. */
@SpringBootTest
class RowLevelSecurityIT {

    private static final String ROW =
            """
            insert into assignment (workspace_id, id, chat_id, member_id, workflow_id, workflow_version, status, created_at)
            values (?, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 1, 'active', now())
            """;

    @DynamicPropertySource
    static void engines(DynamicPropertyRegistry registry) {
        Engines.registerFor(registry, "assignment");
    }

    @ParameterizedTest
    @EnumSource
    void showsAWorkspaceItsOwnRowsOnly(Who who) {
        var workspace = UUID.randomUUID();
        in(workspace, Who.SERVICE, jdbc -> jdbc.sql(ROW).param(workspace).update());

        assertThat(in(workspace, who, RowLevelSecurityIT::rows)).isEqualTo(1);
        assertThat(in(UUID.randomUUID(), who, RowLevelSecurityIT::rows)).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void showsNothing_whenNoWorkspaceIsNamed(Who who) {
        assertThatThrownBy(() -> rows(JdbcClient.create(who.database())))
                .rootCause()
                .hasMessageContaining("app.workspace");
    }

    @Test
    void takesNoRowOfAnotherWorkspace() {
        var another = UUID.randomUUID();

        assertThatThrownBy(() ->
                        in(
                                UUID.randomUUID(),
                                Who.SERVICE,
                                jdbc -> jdbc.sql(ROW).param(another).update()))
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    private static int rows(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from assignment").query(Integer.class).single();
    }

    private static <T> T in(UUID workspace, Who who, Function<JdbcClient, T> work) {
        var database = who.database();
        var jdbc = JdbcClient.create(database);
        return Objects.requireNonNull(
                new TransactionTemplate(new DataSourceTransactionManager(database))
                        .execute(transaction -> {
                            jdbc.sql("select set_config('app.workspace', ?, true)")
                                    .param(workspace.toString())
                                    .query(String.class)
                                    .single();
                            return work.apply(jdbc);
                        }));
    }

    enum Who {
        SERVICE,
        OWNER;

        DataSource database() {
            var assignment = Engines.database("assignment");
            return this == SERVICE ? assignment.app() : assignment.owner();
        }
    }
}
