package workspace.chats.api.contract;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import workspace.chats.api.testing.RunningApi;

/** What every call answers when something else is the matter. */
class OutagesIT {

    private final Stage stage = new Stage();

    @Test
    void allSayNoMore_thanThatSomethingBroke() {
        var sql = JdbcClient.create(RunningApi.DATABASE.owner());
        sql.sql("alter table member rename to member_elsewhere").update();
        try {
            assertThat(statuses()).containsExactly(500);
        } finally {
            sql.sql("alter table member_elsewhere rename to member").update();
        }
    }

    @Test
    void allSayThatTheyCannotAnswerNow_whenNoConnectionIsToSpare() throws SQLException {
        var database = RunningApi.get().bean(HikariDataSource.class);
        var taken = new ArrayList<Connection>();
        try {
            while (taken.size() < database.getMaximumPoolSize()) {
                taken.add(database.getConnection());
            }
            assertThat(statuses()).containsExactly(503);
        } finally {
            for (var connection : taken) {
                connection.close();
            }
        }
    }

    /** Of all calls at once. */
    private Set<Integer> statuses() {
        var answers =
                Call.all().map(call -> supplyAsync(() -> status(call), Thread::startVirtualThread));
        return answers.toList().stream().map(CompletableFuture::join).collect(Collectors.toSet());
    }

    private int status(Call call) {
        return call.send(RunningApi.get(), stage.admin(), call.at(stage.places()), stage.body(call))
                .status();
    }
}
