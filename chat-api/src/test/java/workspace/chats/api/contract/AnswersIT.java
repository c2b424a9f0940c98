package workspace.chats.api.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import workspace.chats.api.access.Limits;
import workspace.chats.api.access.Visitor;
import workspace.chats.api.testing.Answer;
import workspace.chats.api.testing.RunningApi;

/**
 * Every call of the document succeeds, and is refused for what calls have in common. What only one
 * call is refused for is in the tests of that call.
 */
class AnswersIT {

    private static final RunningApi api = RunningApi.get();
    private static final String NOBODY = UUID.randomUUID().toString();

    private static final Stage untouched = new Stage();
    private static final Stage busy = new Stage();

    static Stream<Call> calls() {
        return Call.all();
    }

    static Stream<Call> callsWithABody() {
        return Call.all().filter(call -> call.operation().has("requestBody"));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void succeeds(Call call) {
        var stage = new Stage();
        assertThat(stage.send(call, stage.admin()).status()).isBetween(200, 299);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void isRefused_withoutAToken(Call call) {
        var answer =
                api.send(
                        api.request(untouched.place(call))
                                .method(call.method(), BodyPublishers.noBody()));
        assertThat(answer.status()).isEqualTo(401);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void isRefused_inAWorkspaceThatIsNotOnesOwn(Call call) {
        assertThat(untouched.send(call, NOBODY).status()).isEqualTo(404);
    }

    /** A firewall stands in front of all of them. */
    @ParameterizedTest
    @MethodSource("calls")
    void isRefused_underAStrangeName(Call call) {
        var id = untouched.workspaceId().toString();
        var strange = untouched.place(call).replace(id, id + ";v=1");
        assertThat(call.send(api, untouched.admin(), strange, untouched.body(call)).status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @MethodSource("callsWithABody")
    void isRefused_withABodyOfAnotherKind(Call call) {
        assertThat(send(call, "text/plain", "{}").status()).isEqualTo(415);
        assertThat(send(call, "", "{}").status()).isEqualTo(415);
    }

    @ParameterizedTest
    @MethodSource("callsWithABody")
    void isRefused_withTooLargeABody(Call call) {
        assertThat(send(call, "application/json", " ".repeat((1 << 20) + 1)).status())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void isRefused_whenItsWorkspaceHasAskedTooMuch(Call call) {
        var place = call.at(Map.of("workspace_uuid", busy.workspaceId().toString()));
        await().untilAsserted(() -> {
            exhaust(busy); // on a slow machine something is left again by the time it asks
            var answer = call.send(api, busy.admin(), place, busy.body(call));
            assertThat(answer.status()).isEqualTo(429);
        });
    }

    private static Answer send(Call call, String type, String body) {
        var request =
                api.request(untouched.place(call), untouched.admin())
                        .method(call.method(), BodyPublishers.ofString(body));
        return api.send(type.isEmpty() ? request : request.header("Content-Type", type));
    }

    private static void exhaust(Stage stage) {
        var somebody = new Visitor(stage.workspaceId(), stage.admin());
        var limits = api.bean(Limits.class);
        for (int i = 0; i < 10_000; i++) {
            if (catchThrowable(() -> limits.counted(somebody, Optional.of("a member"))) != null) {
                return;
            }
        }
        throw new AssertionError("there is no limit");
    }
}
