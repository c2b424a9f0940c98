package workspace.chats.api.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static workspace.chats.api.testing.Visits.flaws;

import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import workspace.chats.api.testing.Answer;
import workspace.chats.api.testing.DemoWorkspace;
import workspace.chats.api.testing.Numbers;
import workspace.chats.api.testing.RunningApi;
import workspace.chats.api.testing.Visits;
import workspace.chats.messaging.testing.Walls;

/** Workflows and their versions: drafts until they are published, and then never changed. */
class WorkflowsIT {

    private final DemoWorkspace workspace = new DemoWorkspace();
    private final Visits admin = workspace.visits("workspace:admin");

    @Test
    void goesFromADraftToTheActiveVersion() {
        var workflow = admin.added("/workflows", "{\"name\": \"Intake\"}");
        var draft =
                admin.post(
                        workflow + "/versions",
                        "{\"definition\": {\"steps\": [1, \"two\", null]}}");
        assertThat(draft.status()).isEqualTo(201);
        assertThat(draft.header("Location")).endsWith(workflow + "/versions/1");
        assertThat(draft.text())
                .isEqualTo(
                        "{\"number\":1,\"status\":\"draft\",\"definition\":{\"steps\":[1,\"two\",null]}}");
        assertThat(chat(workflow).status()).isEqualTo(400);
        assertThat(post(workflow + "/versions/1/activate").status()).isEqualTo(409);

        assertThat(
                        admin.put(workflow + "/versions/1", "{\"definition\": {\"a\": 2}}")
                                .at("/definition/a"))
                .isEqualTo("2");
        var published = post(workflow + "/versions/1/publish");
        assertThat(published.at("/status")).isEqualTo("published");
        assertThat(published.at("/definition/a")).isEqualTo("2");
        assertThat(post(workflow + "/versions/1/publish").text()).isEqualTo(published.text());
        assertThat(admin.get(workflow + "/versions/1").text()).isEqualTo(published.text());
        assertThat(post(workflow + "/versions/1/activate").at("/activeVersion")).isEqualTo("1");
        assertThat(admin.get(workflow).at("/activeVersion")).isEqualTo("1");
        assertThat(chat(workflow).at("/assignment/versionNumber")).isEqualTo("1");
    }

    @Test
    void keepsFractionsWithAllTheirDigits() {
        var workflow = admin.added("/workflows", "{\"name\": \"Intake\"}");
        var sent =
                "{\"definition\": {\"a\": 0.12345678901234567890123, \"b\": 1.10, \"c\": 1e-400}}";
        var draft = admin.post(workflow + "/versions", sent);
        assertThat(draft.text()).contains("0.12345678901234567890123", "1.10");
        assertThat(admin.get(workflow + "/versions/1").text()).isEqualTo(draft.text());
        assertThat(admin.put(workflow + "/versions/1", sent).text()).isEqualTo(draft.text());
    }

    @Test
    void neverChangesAPublishedVersion() {
        var workflow = "/workflows/" + workspace.workflow(null, null, null);
        var before = admin.get(workflow + "/versions/2");
        var refused = admin.put(workflow + "/versions/2", "{\"definition\": {\"a\": 1}}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(admin.get(workflow + "/versions/2").text()).isEqualTo(before.text());
        assertThat(admin.put(workflow + "/versions/3", "{\"definition\": {\"a\": 1}}").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update workflow_version set definition = '{\"a\": 1}' where workflow_id = ? and number = 1",
                "update workflow_version set status = 'draft' where workflow_id = ? and number = 1",
                "update workflow_version set number = 9 where workflow_id = ? and number = 1",
                "delete from workflow_version where workflow_id = ? and number = 1"
            })
    void neverChangesAPublishedVersion_whateverTheApplicationTriesInSql(String statement) {
        var workflow = workspace.workflow(null, null, null);
        assertThatThrownBy(() -> asTheApplication(statement, workflow))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("never changes");
        assertThat(asTheApplication(statement.replace("number = 1", "number = 3"), workflow))
                .isEqualTo(1);
    }

    private int asTheApplication(String statement, UUID workflow) {
        return new Walls(RunningApi.DATABASE)
                .trying(jdbc -> jdbc.sql(statement).param(workflow).update(), workspace.id());
    }

    @Test
    void numbersDrafts_withoutGapOrTwin_whenManyAreWrittenAtOnce() {
        var workflow = admin.added("/workflows", "{\"name\": \"Intake\"}");
        var numbers =
                IntStream.range(0, 6)
                        .parallel()
                        .mapToObj(i -> admin.post(workflow + "/versions", "{\"definition\": {}}"))
                        .map(answer -> answer.at("/number"))
                        .sorted()
                        .toList();
        assertThat(numbers).containsExactly("1", "2", "3", "4", "5", "6");
        var last = admin.get(workflow + "/versions?page=2&pageSize=5");
        assertThat(last.at("/items/0/number")).isEqualTo("6");
        assertThat(last.at("/total")).isEqualTo("6");
    }

    @Test
    void staysWithTheLaterVersion_whenAnEarlierActivationComesAgain() {
        var workflow = "/workflows/" + workspace.workflow(null, null, null);
        var first = post(workflow + "/versions/1/activate", "k");
        assertThat(first.at("/activeVersion")).isEqualTo("1");
        assertThat(first.header("Idempotency-Replayed")).isEqualTo("none");
        post(workflow + "/versions/2/activate");

        var again = post(workflow + "/versions/1/activate", "k");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.at("/activeVersion")).isEqualTo("2");
        assertThat(admin.get(workflow).at("/activeVersion")).isEqualTo("2");
        assertThat(post(workflow + "/versions/2/activate", "k").status()).isEqualTo(422);
    }

    @Test
    void publishesOnce_whenTheSameKeyComesAgain() {
        var workflow = "/workflows/" + workspace.workflow(null, null, null);
        var first = post(workflow + "/versions/3/publish", "k");
        var again = post(workflow + "/versions/3/publish", "k");

        assertThat(first.at("/status")).isEqualTo("published");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(post(workflow + "/versions/2/publish", "k").status()).isEqualTo(422);
    }

    @Test
    void writesOneDraft_whenTheSameKeyComesAgain() {
        var workflow = admin.added("/workflows", "{\"name\": \"Intake\"}");
        for (int i = 0; i < 2; i++) {
            var draft =
                    admin.post(
                            workflow + "/versions", "{\"definition\": {}}", "Idempotency-Key", "k");
            assertThat(draft.status()).isEqualTo(201);
            assertThat(draft.at("/number")).isEqualTo("1");
            assertThat(draft.header("Location")).endsWith(workflow + "/versions/1");
        }
        assertThat(admin.get(workflow + "/versions").at("/total")).isEqualTo("1");
    }

    @Test
    void refersOnlyToWhatItsWorkspaceHas() {
        var other = new DemoWorkspace();
        var body =
                """
                {"name": "W", "agentMemberId": "%s", "defaultPhoneNumberId": "%s", "defaultInboxId": "%s"}
                """;
        var foreign =
                body.formatted(
                        other.assistant(), other.number(Numbers.next(), 1), other.inbox("a@b.org"));
        var unknown = body.formatted(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        assertThat(flaws(admin.post("/workflows", foreign)))
                .containsExactlyInAnyOrder(
                        "agentMemberId unknown",
                        "defaultPhoneNumberId unknown",
                        "defaultInboxId unknown");
        assertThat(admin.post("/workflows", foreign).text())
                .isEqualTo(admin.post("/workflows", unknown).text());
        var person = workspace.human(null, null);
        assertThat(
                        flaws(
                                admin.post(
                                        "/workflows",
                                        "{\"name\": \"W\", \"agentMemberId\": \"%s\"}"
                                                .formatted(person))))
                .containsExactly("agentMemberId not_an_assistant");

        var agent = workspace.assistant();
        var workflow =
                admin.added(
                        "/workflows",
                        "{\"name\": \"W\", \"agentMemberId\": \"%s\"}".formatted(agent));
        assertThat(admin.get(workflow).at("/agentMemberId")).isEqualTo(agent.toString());
        assertThat(admin.put(workflow, "{\"agentMemberId\": null}").at("/agentMemberId"))
                .isEqualTo("null");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"definition\": null}",
                "{\"definition\": []}",
                "{\"definition\": {\"a\": \"\\u0000\"}}",
                "{\"definition\": {\"\\u0000\": 1}}",
                "{\"definition\": {\"a\": [{\"b\": 1e999}]}}",
                "{\"definition\": {\"a\": 1e-99999}}"
            })
    void takesNoDefinitionThatCannotBeKept(String body) {
        var workflow = admin.added("/workflows", "{\"name\": \"Intake\"}");
        assertThat(admin.post(workflow + "/versions", body).status()).isEqualTo(400);
        assertThat(admin.get(workflow + "/versions").at("/total")).isEqualTo("0");
    }

    @Test
    void hasNoVersions_forAnotherWorkspaceOrANumberThatIsNone() {
        var workflow = "/workflows/" + workspace.workflow(null, null, null);
        var stranger = new DemoWorkspace().visits("workspace:admin");
        for (var path : new String[] {"/versions", "/versions/1"}) {
            assertThat(stranger.get(workflow + path).status()).isEqualTo(404);
        }
        assertThat(stranger.post(workflow + "/versions", "{\"definition\": {}}").status())
                .isEqualTo(404);
        assertThat(stranger.put(workflow + "/versions/3", "{\"definition\": {}}").status())
                .isEqualTo(404);
        assertThat(stranger.post(workflow + "/versions/3/publish", "").status()).isEqualTo(404);
        assertThat(stranger.post(workflow + "/versions/1/activate", "").status()).isEqualTo(404);
        for (var number : new String[] {"0", "-1", "4", "x", "99999999999"}) {
            assertThat(admin.get(workflow + "/versions/" + number).status()).isEqualTo(404);
        }
        assertThat(admin.get(workflow + "/versions/3").at("/status")).isEqualTo("draft");
    }

    @Test
    void isWrittenByAdministratorsAlone_andReadByAll() {
        var workflow = "/workflows/" + workspace.workflow(null, null, null);
        var member = workspace.visits("chats:admin");
        assertThat(member.get(workflow + "/versions").at("/total")).isEqualTo("3");
        assertThat(member.get(workflow + "/versions/1").status()).isEqualTo(200);
        assertThat(member.post(workflow + "/versions", "{\"definition\": {}}").status())
                .isEqualTo(403);
        assertThat(member.put(workflow + "/versions/3", "{\"definition\": {}}").status())
                .isEqualTo(403);
        assertThat(member.post(workflow + "/versions/3/publish", "").status()).isEqualTo(403);
        assertThat(member.post(workflow + "/versions/1/activate", "").status()).isEqualTo(403);
    }

    private Answer post(String path) {
        return admin.post(path, "");
    }

    private Answer post(String path, String key) {
        return admin.post(path, "", "Idempotency-Key", key);
    }

    private Answer chat(String workflow) {
        return admin.post(
                "/chats",
                "{\"channel\": \"web-chat\", \"workflowId\": \"%s\"}"
                        .formatted(workflow.substring("/workflows/".length())));
    }
}
