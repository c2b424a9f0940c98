package workspace.chats.api.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import workspace.chats.api.testing.Answer;
import workspace.chats.api.testing.DemoWorkspace;
import workspace.chats.api.testing.Rival;
import workspace.chats.api.testing.RunningApi;

/**
 * A site is removed after a request has looked it up, and before it has written that it is meant.
 */
@ExtendWith(OutputCaptureExtension.class)
class VanishedReferenceIT {

    private static final RunningApi api = RunningApi.get();

    private final DemoWorkspace workspace = new DemoWorkspace();
    private final String owner = workspace.human(null, null).toString();
    private final UUID site = workspace.site();
    private final DataSource database = RunningApi.DATABASE.owner();
    private final JdbcClient sql = JdbcClient.create(database);

    @Test
    void makesACreateTryAgain_whichWritesNothing(CapturedOutput logs) {
        assertPassing(whileTheSiteGoes(this::create), logs);
        assertThat(chats()).isZero();
        assertThat(create().at("/errors/0/field")).isEqualTo("siteId");
    }

    @Test
    void makesAnUpdateTryAgain_whichWritesNothing(CapturedOutput logs) {
        var place =
                api.post(workspace.chats(), owner, "{\"channel\": \"web-chat\"}")
                        .header("Location");
        var before = api.get(place, owner).text();
        Supplier<Answer> update =
                () -> api.put(place, owner, "{\"siteId\": \"%s\"}".formatted(site));

        assertPassing(whileTheSiteGoes(update), logs);
        assertThat(api.get(place, owner).text()).isEqualTo(before);
        assertThat(update.get().at("/errors/0/field")).isEqualTo("siteId");
    }

    private void assertPassing(Answer answer, CapturedOutput logs) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(answer.at("/detail"))
                .isEqualTo("The service cannot answer now; try again soon.");
        assertThat(answer.text()).doesNotContain(site.toString());
        assertThat(logs.getAll()).contains("request failed").doesNotContain(site.toString());
    }

    private Answer create() {
        return api.post(
                workspace.chats(),
                owner,
                "{\"channel\": \"web-chat\", \"siteId\": \"%s\"}".formatted(site));
    }

    /** The request still sees the site, waits for it to stay, and is told that it does not. */
    private Answer whileTheSiteGoes(Supplier<Answer> request) {
        var remover = new Rival(database);
        var answer =
                remover.during(() -> {
                    removeTheSite();
                    var running =
                            CompletableFuture.supplyAsync(request, Thread::startVirtualThread);
                    await().until(remover::isAwaited);
                    return running;
                });
        return answer.join();
    }

    private void removeTheSite() {
        sql.sql("delete from site where workspace_id = ? and id = ?")
                .params(workspace.id(), site)
                .update();
    }

    private long chats() {
        return sql.sql("select count(*) from chat where workspace_id = ?")
                .param(workspace.id())
                .query(Long.class)
                .single();
    }
}
