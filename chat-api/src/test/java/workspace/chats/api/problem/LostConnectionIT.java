package workspace.chats.api.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import workspace.chats.api.testing.Answer;
import workspace.chats.api.testing.DemoWorkspace;
import workspace.chats.api.testing.LockedMember;
import workspace.chats.api.testing.RunningApi;

/** PostgreSQL goes away, or ends a connection, while a request is at work on it. */
class LostConnectionIT {

    private static final String KEY = "8f4c7a52-8d0f-4e4b-9f6e-7e0f6f1f1a11";
    private static final RunningApi api = RunningApi.get();

    private final DemoWorkspace workspace = new DemoWorkspace();
    private final String owner = workspace.human(null, null).toString();

    @Test
    void asksToComeAgain_andThenCreatesOne() {
        var locked = new LockedMember(RunningApi.DATABASE.owner(), UUID.fromString(owner));
        var cut =
                locked.during(() -> {
                    var create = CompletableFuture.supplyAsync(this::create);
                    await().until(locked::somebodyWaits);
                    assertThat(locked.endWhoWait()).isOne();
                    return create.join();
                });

        assertThat(cut.status()).isEqualTo(503);
        assertThat(cut.header("Retry-After")).isEqualTo("1");
        assertThat(total()).isEqualTo("0");
        assertThat(create().status()).isEqualTo(201);
        assertThat(total()).isEqualTo("1");
    }

    private Answer create() {
        return api.post(
                workspace.chats(), owner, "{\"channel\": \"web-chat\"}", "Idempotency-Key", KEY);
    }

    private String total() {
        return api.get(workspace.chats(), owner).at("/total");
    }
}
