package workspace.chats.api.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static workspace.chats.api.testing.Visits.flaws;

import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import workspace.chats.api.testing.Answer;
import workspace.chats.api.testing.DemoWorkspace;
import workspace.chats.api.testing.Numbers;
import workspace.chats.api.testing.Visits;

/** Numbers, inboxes, sites and models, from the first entry to the last. */
class SendersIT {

    private final DemoWorkspace workspace = new DemoWorkspace();
    private final Visits admin = workspace.visits("workspace:admin");

    @Test
    void keepsANumberAsItIsDialled_howeverItWasTyped() {
        var e164 = Numbers.next();
        var typed = "+1 (303) " + e164.substring(5, 8) + "-" + e164.substring(8);
        var added =
                admin.post(
                        "/phone-numbers",
                        """
                        {"e164": "%s", "label": " Front desk ", "voice": false, "ratePerSecond": 2.5}
                        """
                                .formatted(typed));

        assertThat(added.status()).isEqualTo(201);
        assertThat(added.json().propertyNames())
                .containsExactly("id", "e164", "label", "sms", "voice", "ratePerSecond");
        assertThat(added.at("/e164")).isEqualTo(e164);
        assertThat(added.at("/label")).isEqualTo("Front desk");
        assertThat(added.at("/sms")).isEqualTo("true");
        assertThat(added.at("/voice")).isEqualTo("false");
        assertThat(added.at("/ratePerSecond")).isEqualTo("2.5");
        assertThat(admin.get("/phone-numbers/" + added.at("/id")).text()).isEqualTo(added.text());
        assertThat(admin.get("/phone-numbers").text())
                .isEqualTo(
                        "{\"items\":["
                                + added.text()
                                + "],\"total\":1,\"page\":1,\"pageSize\":50}");
    }

    @Test
    void changesWhatIsNamed_andLeavesTheRest() {
        var place = admin.added("/phone-numbers", number(Numbers.next()));
        var before = admin.get(place);

        var after = admin.put(place, "{\"label\": \"Back\", \"ratePerSecond\": 0.001}");
        assertThat(after.status()).isEqualTo(200);
        assertThat(after.at("/label")).isEqualTo("Back");
        assertThat(after.at("/ratePerSecond")).isEqualTo("0.001");
        assertThat(after.at("/e164")).isEqualTo(before.at("/e164"));
        assertThat(admin.get(place).text()).isEqualTo(after.text());
        assertThat(admin.put(place, "{}").text()).isEqualTo(after.text());
    }

    @Test
    void saysEverythingThatIsWrong_andEchoesNothing() {
        var refused =
                admin.post(
                        "/phone-numbers",
                        """
                        {"e164": "secret 212", "label": "  ", "sms": null, "voice": "yes", "ratePerSecond": 0, "id": "x"}
                        """);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(flaws(refused))
                .containsExactlyInAnyOrder(
                        "e164 malformed_phone",
                        "label blank",
                        "sms required",
                        "voice wrong_type",
                        "ratePerSecond out_of_range",
                        "id unknown_field");
        assertThat(refused.text()).doesNotContain("secret");
        assertThat(flaws(admin.post("/phone-numbers", "{}")))
                .containsExactlyInAnyOrder("e164 required", "label required");
        assertThat(
                        flaws(
                                admin.post(
                                        "/inboxes",
                                        "{\"address\": \"Ann <a@b.org>\", \"label\": \"L\"}")))
                .containsExactly("address malformed_mailbox");
        assertThat(flaws(admin.post("/models", "{\"name\": \"M\", \"kind\": \"vision\"}")))
                .containsExactly("kind not_allowed");
        assertThat(flaws(admin.post("/sites", "{\"name\": \"a\\nb\"}")))
                .containsExactly("name control_character");
    }

    @Test
    void letsNobodyTurnAnEntryIntoAnother() {
        var number = admin.added("/phone-numbers", number(Numbers.next()));
        assertThat(flaws(admin.put(number, "{\"e164\": \"%s\"}".formatted(Numbers.next()))))
                .containsExactly("e164 unchangeable");
        var model = admin.added("/models", "{\"name\": \"M\", \"kind\": \"chat\"}");
        assertThat(flaws(admin.put(model, "{\"kind\": \"realtime\"}")))
                .containsExactly("kind unchangeable");
        assertThat(admin.put(model, "{\"kind\": \"chat\", \"name\": \"N\"}").at("/name"))
                .isEqualTo("N");
    }

    @Test
    void givesANumberToOneWorkspaceOnly_andDoesNotSayToWhich() {
        var e164 = Numbers.next();
        var elsewhere = new DemoWorkspace();
        elsewhere.number(e164, 1);

        var refused = admin.post("/phone-numbers", number(e164));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(flaws(refused)).containsExactly("e164 taken");
        assertThat(refused.text()).doesNotContain(e164, elsewhere.id().toString());
        assertThat(admin.get("/phone-numbers").at("/total")).isEqualTo("0");
    }

    @Test
    void givesANumberToOneOfMany_whoAskAtOnce() {
        var body = number(Numbers.next());
        var statuses =
                IntStream.range(0, 8)
                        .parallel()
                        .mapToObj(i -> admin.post("/phone-numbers", body))
                        .map(Answer::status)
                        .sorted()
                        .toList();
        assertThat(statuses).containsExactly(201, 409, 409, 409, 409, 409, 409, 409);
    }

    @Test
    void takesAMailboxOnce_howeverItIsWritten_andInEachWorkspace() {
        new DemoWorkspace().inbox("desk@example.org");
        var added = admin.added("/inboxes", inbox("desk@example.org"));

        for (var written : new String[] {"desk@example.org", "Desk@Example.ORG"}) {
            var refused = admin.post("/inboxes", inbox(written));
            assertThat(refused.status()).isEqualTo(409);
            assertThat(flaws(refused)).containsExactly("address taken");
            assertThat(refused.text()).doesNotContainIgnoringCase("desk@");
            assertThat(flaws(admin.put(added, inbox("other@example.org"))))
                    .containsExactly("address unchangeable");
        }
        assertThat(admin.get("/inboxes").at("/total")).isEqualTo("1");
        assertThat(admin.put(added, inbox("desk@example.org")).status()).isEqualTo(200);
    }

    @Test
    void addsOnce_whenTheSameKeyComesAgain() {
        var body = number(Numbers.next());
        var first = admin.post("/phone-numbers", body, "Idempotency-Key", "k");
        admin.put("/phone-numbers/" + first.at("/id"), "{\"label\": \"Later\"}");
        var again = admin.post("/phone-numbers", body, "Idempotency-Key", "k");

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.at("/id")).isEqualTo(first.at("/id"));
        assertThat(again.at("/label")).isEqualTo("Later");
        assertThat(admin.get("/phone-numbers").at("/total")).isEqualTo("1");
        assertThat(
                        admin.post("/phone-numbers", number(Numbers.next()), "Idempotency-Key", "k")
                                .status())
                .isEqualTo(422);
    }

    @Test
    void removesWhatNothingRefersTo() {
        for (var place :
                new String[] {
                    admin.added("/phone-numbers", number(Numbers.next())),
                    admin.added("/inboxes", "{\"address\": \"a@b.org\", \"label\": \"L\"}"),
                    admin.added("/sites", "{\"name\": \"North\"}"),
                    admin.added("/models", "{\"name\": \"M\", \"kind\": \"chat\"}")
                }) {
            assertThat(admin.delete(place).status()).isEqualTo(204);
            assertThat(admin.get(place).status()).isEqualTo(404);
        }
    }

    @Test
    void keepsWhatSomethingRefersTo() {
        var inDefaults = workspace.number(Numbers.next(), 1);
        workspace.workflow(null, inDefaults, null);
        var inChats = workspace.site();
        var ofAssistants = workspace.model("chat");
        admin.post(
                "/chats",
                "{\"channel\": \"web-chat\", \"siteId\": \"%s\", \"assistantChatModelId\": \"%s\"}"
                        .formatted(inChats, ofAssistants));
        var withOptOuts = workspace.inbox("desk@example.org");
        workspace.optOut(withOptOuts, "patient@example.org");

        for (var place :
                new String[] {
                    "/phone-numbers/" + inDefaults,
                    "/sites/" + inChats,
                    "/models/" + ofAssistants,
                    "/inboxes/" + withOptOuts
                }) {
            assertThat(admin.delete(place).status()).isEqualTo(409);
            assertThat(admin.get(place).status()).isEqualTo(200);
        }
    }

    @Test
    void cannotTellAnotherWorkspacesEntriesFromUnknownOnes() {
        var other = new DemoWorkspace();
        for (var place :
                new String[] {
                    "/phone-numbers/" + other.number(Numbers.next(), 1),
                    "/inboxes/" + other.inbox("a@b.org"),
                    "/sites/" + other.site(),
                    "/models/" + other.model("chat")
                }) {
            var unknown = place.substring(0, place.length() - 36) + UUID.randomUUID();
            assertThat(admin.get(place).text()).isEqualTo(admin.get(unknown).text());
            assertThat(admin.get(place).status()).isEqualTo(404);
            assertThat(admin.put(place, "{}").status()).isEqualTo(404);
            assertThat(admin.delete(place).status()).isEqualTo(404);
            assertThat(other.visits("workspace:admin").get(place).status()).isEqualTo(200);
        }
        assertThat(admin.get("/sites").at("/total")).isEqualTo("0");
    }

    @Test
    void listsInPages_theOldestFirst() {
        for (var name : new String[] {"A", "B", "C"}) {
            admin.added("/sites", "{\"name\": \"" + name + "\"}");
        }
        var second = admin.get("/sites?page=2&pageSize=2");
        assertThat(second.at("/items/0/name")).isEqualTo("C");
        assertThat(second.at("/total")).isEqualTo("3");
        assertThat(second.at("/page")).isEqualTo("2");
        assertThat(second.at("/pageSize")).isEqualTo("2");
        assertThat(admin.get("/sites?page=9").at("/total")).isEqualTo("3");
        assertThat(flaws(admin.get("/sites?page=0&pageSize=1001&search=x")))
                .containsExactlyInAnyOrder(
                        "page out_of_range", "pageSize out_of_range", "search unknown_parameter");
    }

    private static String number(String e164) {
        return "{\"e164\": \"%s\", \"label\": \"Main\"}".formatted(e164);
    }

    private static String inbox(String address) {
        return "{\"address\": \"%s\", \"label\": \"Desk\"}".formatted(address);
    }
}
