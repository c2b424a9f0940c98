package workspace.chats.api.contract;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import workspace.chats.api.testing.Answer;
import workspace.chats.api.testing.LockedMember;
import workspace.chats.api.testing.RunningApi;

/** Every call that takes a key minds it. */
class RepeatedCallsIT {

    private static final RunningApi api = RunningApi.get();
    private static final String KEY = "Idempotency-Key";

    private final JdbcClient sql = JdbcClient.create(RunningApi.DATABASE.owner());

    private final Stage stage = new Stage();
    private final String key = UUID.randomUUID().toString();

    static Stream<Call> callsWithAKey() {
        return Call.all().filter(call -> call.takes(KEY));
    }

    @ParameterizedTest
    @MethodSource("callsWithAKey")
    void tellsWhatTheFirstOneMade_orThatItWasAnotherOne(Call call) {
        var request = keyed(call);
        var first = request.get();
        assertThat(first.status()).isBetween(200, 299);
        assertThat(first.header("Idempotency-Replayed")).isEqualTo("none");

        var second = request.get();
        assertThat(second.status()).isEqualTo(first.status());
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(second.at("/id")).isEqualTo(first.at("/id"));

        sql.sql("update idempotency_key set fingerprint = repeat('0', 64) where key = ?")
                .param(key)
                .update();
        assertThat(request.get().status()).isEqualTo(422);
    }

    @ParameterizedTest
    @MethodSource("callsWithAKey")
    void isRefused_whileTheFirstOneRuns(Call call) {
        var request = keyed(call);
        var locked = new LockedMember(RunningApi.DATABASE.owner(), UUID.fromString(stage.admin()));
        var first =
                locked.during(() -> {
                    var running = supplyAsync(request);
                    await().until(locked::somebodyWaits);
                    assertThat(request.get().status()).isEqualTo(409);
                    return running;
                });
        assertThat(first.join().status()).isBetween(200, 299);
    }

    /** Always the same one. */
    private Supplier<Answer> keyed(Call call) {
        var place = stage.place(call);
        var body = stage.body(call);
        return () -> call.send(api, stage.admin(), place, body, KEY, key);
    }
}
