package workspace.chats.api.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;
import workspace.chats.api.testing.Answer;
import workspace.chats.api.testing.DemoWorkspace;
import workspace.chats.api.testing.Pool;
import workspace.chats.api.testing.RunningApi;

class LimitsIT {

    private static final String WEB_CHAT = "{\"channel\": \"web-chat\"}";
    private static final RunningApi api = RunningApi.get();

    private final Limits limits = api.bean(Limits.class);
    private final DemoWorkspace workspace = new DemoWorkspace();
    private final String eager = workspace.human(null, null).toString();
    private final String modest = workspace.human(null, null).toString();

    @Test
    void answerAMemberWhoAsksTooMuchThatHeHasToWait_andNobodyElse() {
        Runnable spending = () -> exhaust(eager);
        whenNothingIsLeft(spending, () -> assertTooMany(api.get(workspace.chats(), eager)));
        whenNothingIsLeft(spending, () -> assertTooMany(create(eager)));
        whenNothingIsLeft(
                spending, () -> assertTooMany(api.post(workspace.chats(), eager, "nonsense")));

        assertThat(create(modest).status()).isEqualTo(201);
        assertThat(api.get(new DemoWorkspace().chats(), eager).status()).isEqualTo(404);
    }

    @Test
    void answerAllMembersOfAWorkspaceThatAsksTooMuch() {
        whenNothingIsLeft(this::exhaustWorkspace, () -> assertTooMany(create(modest)));
        whenNothingIsLeft(
                this::exhaustWorkspace, () -> assertTooMany(api.get(workspace.chats(), modest)));
    }

    @Test
    void tellAStrangerNothingOfAWorkspaceThatAsksTooMuch() {
        exhaustWorkspace();

        assertThat(api.get(workspace.chats(), "a stranger").status()).isEqualTo(404);
        assertThat(create("a stranger").status()).isEqualTo(404);
    }

    @Test
    void refuseAStrangerWhoTriesOneWorkspaceAfterTheOther() {
        var stranger = UUID.randomUUID().toString();
        Runnable spending = () -> exhaustStranger(stranger);
        whenNothingIsLeft(
                spending, () -> assertTooMany(api.get(new DemoWorkspace().chats(), stranger)));
        whenNothingIsLeft(spending, () -> assertTooMany(create(stranger)));
    }

    /** Every connection is taken: who asks for one waits for a minute. */
    @Test
    void askTheDatabaseNothing_forAStrangerWhoHasNoneLeft() throws SQLException {
        var stranger = UUID.randomUUID().toString();
        assertThat(api.get(anyChats(), stranger).status()).isEqualTo(404);
        try (var _ = Pool.takenWhole()) {
            Runnable spending = () -> exhaustStranger(stranger);
            whenNothingIsLeft(spending, () -> assertTooMany(api.get(anyChats(), stranger)));
            whenNothingIsLeft(
                    spending, () -> assertTooMany(api.post(anyChats(), stranger, WEB_CHAT)));
        }
    }

    @Test
    void letAMemberIn_howeverOftenHeWasAStrangerElsewhere() {
        assertThat(api.get(workspace.chats(), eager).status()).isEqualTo(200);
        exhaustStranger(eager);

        assertThat(api.get(workspace.chats(), eager).status()).isEqualTo(200);
        assertThat(create(eager).status()).isEqualTo(201);
    }

    @Test
    void leaveTheProbesAlone() {
        exhaust(eager);
        exhaustWorkspace();

        assertThat(api.get("/actuator/health/readiness", eager).status()).isEqualTo(200);
    }

    private Answer create(String subject) {
        return api.post(workspace.chats(), subject, WEB_CHAT);
    }

    private void exhaust(String subject) {
        untilRefused(() -> limits.count(new Visitor(workspace.id(), subject)));
    }

    private void exhaustWorkspace() {
        var somebody = new Visitor(workspace.id(), "somebody");
        untilRefused(() -> limits.counted(somebody, Optional.of("a member")));
    }

    private void exhaustStranger(String subject) {
        var elsewhere = new Visitor(UUID.randomUUID(), subject);
        untilRefused(() -> limits.counted(elsewhere, Optional.empty()));
    }

    /** On a slow machine something is left again by the time he asks. */
    private static void whenNothingIsLeft(Runnable spending, ThrowingRunnable asking) {
        await().atMost(Duration.ofMinutes(3))
                .untilAsserted(() -> {
                    spending.run();
                    asking.run();
                });
    }

    private static String anyChats() {
        return "/api/v2/w/" + UUID.randomUUID() + "/chats";
    }

    private static void untilRefused(Runnable counting) {
        for (int i = 0; i < 10_000; i++) {
            if (catchThrowable(counting::run) != null) {
                return;
            }
        }
        throw new AssertionError("there is no limit");
    }

    private static void assertTooMany(Answer answer) {
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(answer.at("/detail"))
                .isEqualTo("Too many requests; wait as long as Retry-After says.");
    }
}
