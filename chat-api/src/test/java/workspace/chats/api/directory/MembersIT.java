package workspace.chats.api.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static workspace.chats.api.testing.Visits.flaws;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import workspace.chats.api.testing.Answer;
import workspace.chats.api.testing.DemoWorkspace;
import workspace.chats.api.testing.RunningApi;
import workspace.chats.api.testing.Visits;

/** People and assistants, and what administrators may make of them. */
class MembersIT {

    private final DemoWorkspace workspace = new DemoWorkspace();
    private final UUID adminId = workspace.human(null, null, "workspace:admin");
    private final Visits admin = new Visits(workspace.id(), adminId.toString());

    @Test
    void takesInAPerson_whoCanComeAtOnce() {
        var added =
                admin.post(
                        "/members",
                        """
                        {"kind": "human", "subject": "ann", "displayName": "Ann", "phone": "+1 (212) 555-0123",
                         "email": "ann@example.org", "scopes": ["members:read", "chats:write"]}
                        """);
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.json().propertyNames())
                .containsExactly(
                        "id",
                        "kind",
                        "subject",
                        "displayName",
                        "phone",
                        "email",
                        "scopes",
                        "active");
        assertThat(added.at("/phone")).isEqualTo("+12125550123");
        assertThat(added.at("/active")).isEqualTo("true");

        var ann = new Visits(workspace.id(), "ann");
        assertThat(ann.get("/members/me").text()).isEqualTo(added.text());
        assertThat(ann.get("/members/" + adminId).status()).isEqualTo(200);
        admin.put("/members/" + added.at("/id"), "{\"scopes\": []}");
        assertThat(ann.get("/members/" + adminId).status()).isEqualTo(404);
        admin.put("/members/" + added.at("/id"), "{\"active\": false}");
        assertThat(ann.get("/members/me").status()).isEqualTo(404);
    }

    @Test
    void isLetIn_whateverSomebodyWroteIntoHisScopes() {
        var reader = workspace.visits("members:read");
        JdbcClient.create(RunningApi.DATABASE.owner())
                .sql(
                        "update member set scopes = scopes || '{members:read, null}'::text[] where workspace_id = ? and subject = ?")
                .params(workspace.id(), reader.subject())
                .update();

        assertThat(reader.get("/members/" + adminId).status()).isEqualTo(200);
        assertThat(reader.get("/members/me").json().at("/scopes").toString())
                .isEqualTo("[\"members:read\"]");
    }

    @Test
    void takesInAnAssistant_whoIsNobodyAtTheDoor() {
        var refused =
                admin.post(
                        "/members",
                        """
                        {"kind": "assistant", "displayName": "Intake", "subject": "x", "scopes": ["chats:read"]}
                        """);
        assertThat(flaws(refused))
                .containsExactlyInAnyOrder(
                        "subject not_of_an_assistant", "scopes not_of_an_assistant");
        var added =
                admin.post("/members", "{\"kind\": \"assistant\", \"displayName\": \"Intake\"}");
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.json().propertyNames())
                .containsExactly("id", "kind", "displayName", "scopes", "active");
    }

    @Test
    void saysEverythingThatIsWrong_andEchoesNothing() {
        var refused =
                admin.post(
                        "/members",
                        """
                        {"kind": "robot", "displayName": "", "subject": "a\\u0007", "phone": "secret 5550123",
                         "email": "Secret <a@b.org>", "scopes": ["chats:read", "chats:read", "secret:all", 7], "active": 1}
                        """);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(flaws(refused))
                .containsExactlyInAnyOrder(
                        "kind not_allowed",
                        "displayName blank",
                        "subject control_character",
                        "phone malformed_phone",
                        "email malformed_mailbox",
                        "scopes[1] duplicate",
                        "scopes[2] not_allowed",
                        "scopes[3] not_allowed",
                        "active wrong_type");
        assertThat(refused.text()).doesNotContainIgnoringCase("secret");
        assertThat(flaws(admin.post("/members", "{}")))
                .containsExactlyInAnyOrder("kind required", "displayName required");
    }

    @Test
    void clearsWhatIsNull_andLeavesWhatIsAbsent() {
        var ann = "/members/" + workspace.human("+12125550123", "ann@example.org", "chats:read");
        var before = admin.get(ann);
        assertThat(admin.put(ann, "{}").text()).isEqualTo(before.text());

        var after = admin.put(ann, "{\"phone\": null, \"scopes\": null, \"subject\": null}");
        assertThat(after.at("/phone")).isEqualTo("null");
        assertThat(after.at("/subject")).isEqualTo("null");
        assertThat(after.json().at("/scopes")).isEmpty();
        assertThat(after.at("/email")).isEqualTo("ann@example.org");
        assertThat(after.at("/displayName")).isEqualTo(before.at("/displayName"));
        assertThat(flaws(admin.put(ann, "{\"displayName\": null, \"kind\": \"assistant\"}")))
                .contains("displayName required", "kind unchangeable");
    }

    @Test
    void knowsEverySubjectOnce() {
        var ann = workspace.human(null, null);
        var person = "{\"kind\": \"human\", \"displayName\": \"Ann\", \"subject\": \"%s\"}";
        var twice = admin.post("/members", person.formatted(ann));
        assertThat(twice.status()).isEqualTo(409);
        assertThat(flaws(twice)).containsExactly("subject taken");
        assertThat(twice.text()).doesNotContain(ann.toString());
        var other = "/members/" + workspace.human(null, null);
        assertThat(flaws(admin.put(other, "{\"subject\": \"%s\"}".formatted(ann))))
                .containsExactly("subject taken");
        assertThat(admin.put("/members/" + ann, "{\"subject\": \"%s\"}".formatted(ann)).status())
                .isEqualTo(200);

        var statuses =
                Stream.generate(() -> person.formatted("new"))
                        .limit(6)
                        .parallel()
                        .map(body -> admin.post("/members", body).status())
                        .sorted()
                        .toList();
        assertThat(statuses).containsExactly(201, 409, 409, 409, 409, 409);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"active\": false}",
                "{\"scopes\": [\"chats:admin\"]}",
                "{\"subject\": null}"
            })
    void keepsTheLastAdministrator(String retirement) {
        var self = "/members/" + adminId;
        workspace.deactivate(workspace.human(null, null, "workspace:admin"));
        workspace.human(null, null, "chats:admin");
        assertThat(admin.put(self, retirement).status()).isEqualTo(409);
        assertThat(admin.get(self).status()).isEqualTo(200);

        workspace.human(null, null, "workspace:admin");
        assertThat(admin.put(self, retirement).status()).isEqualTo(200);
    }

    @Test
    void keepsOneAdministrator_whenAllRetireAtOnce() {
        var admins =
                Stream.concat(
                                Stream.of(adminId),
                                Stream.generate(() ->
                                                workspace.human(null, null, "workspace:admin"))
                                        .limit(3))
                        .toList();
        var statuses =
                admins.parallelStream()
                        .map(id ->
                                new Visits(workspace.id(), id.toString())
                                        .put("/members/" + id, "{\"scopes\": []}"))
                        .map(Answer::status)
                        .sorted()
                        .toList();
        assertThat(statuses).containsExactly(200, 200, 200, 409);
    }

    @Test
    void findsMembers_byKindAndNameAndWhetherTheyAreActive() {
        var assistant = workspace.assistant();
        var gone = workspace.human(null, null);
        workspace.deactivate(gone);
        assertThat(admin.get("/members").at("/total")).isEqualTo("3");
        assertThat(admin.get("/members?kind=assistant").at("/items/0/id"))
                .isEqualTo(assistant.toString());
        assertThat(admin.get("/members?active=false&kind=human").at("/items/0/id"))
                .isEqualTo(gone.toString());
        var byName = admin.get("/members?search=NAME%20of%20" + gone);
        assertThat(byName.at("/total")).isEqualTo("1");
        assertThat(byName.at("/items/0/id")).isEqualTo(gone.toString());
        assertThat(admin.get("/members?search=%25").at("/total")).isEqualTo("0");
        assertThat(flaws(admin.get("/members?kind=robot&active=maybe")))
                .containsExactlyInAnyOrder("kind not_allowed", "active not_allowed");
    }

    @Test
    void showsOthersOnlyToThoseWhoMayReadMembers() {
        var plain = workspace.human(null, null);
        var visitor = new Visits(workspace.id(), plain.toString());
        assertThat(visitor.get("/members/" + plain).status()).isEqualTo(200);
        assertThat(visitor.get("/members/me").status()).isEqualTo(200);
        assertThat(visitor.get("/members").status()).isEqualTo(403);
        assertThat(visitor.get("/members/" + adminId).text())
                .isEqualTo(visitor.get("/members/" + UUID.randomUUID()).text())
                .isEqualTo(visitor.get("/members/nobody").text());
        assertThat(visitor.get("/members/" + adminId).status()).isEqualTo(404);
        var stranger = new DemoWorkspace().human(null, null);
        assertThat(admin.get("/members/" + stranger).status()).isEqualTo(404);
        assertThat(admin.put("/members/" + stranger, "{\"active\": false}").status())
                .isEqualTo(404);
    }
}
