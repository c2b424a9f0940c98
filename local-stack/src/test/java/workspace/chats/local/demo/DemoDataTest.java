package workspace.chats.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What tests, tools and the README say about the demo workspaces. */
class DemoDataTest {

    private final DemoData data = new DemoData(Map.of());
    private final JsonNode json =
            JsonMapper.shared().valueToTree(data.describe(subject -> "token of " + subject));

    @Test
    void hasEverybodyWhomTheContractNames() {
        assertThat(json.propertyNames()).containsExactly("demo", "other");
        assertThat(json.at("/demo/members").propertyNames())
                .containsExactlyInAnyOrder(
                        "admin",
                        "operator",
                        "member",
                        "second",
                        "noContact",
                        "blocked",
                        "invalidPhone",
                        "badMailbox",
                        "inactive",
                        "assistant",
                        "otherAssistant");
        assertThat(json.at("/demo/workflows").propertyNames())
                .containsExactlyInAnyOrder("intake", "draft", "bare");
        assertThat(json.at("/demo/phoneNumbers").propertyNames())
                .containsExactlyInAnyOrder("main", "voiceOnly");
        assertThat(json.at("/demo/phoneNumbers/main/e164").asString()).isEqualTo("+15005550006");
        assertThat(json.at("/demo/inboxes").propertyNames()).containsExactly("frontdesk");
        assertThat(json.at("/other/members").propertyNames())
                .containsExactlyInAnyOrder("operator", "member", "assistant");
        assertThat(json.at("/other/workflows").propertyNames()).containsExactly("intake");
    }

    @Test
    void tellsOfAMember_whatThereIsAndWhatThereIsNot() {
        var member = json.at("/demo/members/member");
        assertThat(member.propertyNames()).containsExactly("id", "kind", "token", "phone", "email");
        assertThat(member.path("token").asString()).isEqualTo("token of demo.member");
        assertThat(json.at("/demo/members/noContact/phone").isNull()).isTrue();
        assertThat(json.at("/demo/members/assistant/token").isNull()).isTrue();
        assertThat(json.at("/demo/members/blocked/phone").asString()).isEqualTo("+15005550004");
        assertThat(json.at("/demo/members/invalidPhone/phone").asString())
                .isEqualTo("+15005550001");
    }

    @Test
    void hasPhonesAndAddressesThatAreValid_andBelongToNobody() throws Exception {
        var phones = PhoneNumberUtil.getInstance();
        var all = json.findValues("phone");
        all.addAll(json.findValues("e164"));
        all.removeIf(JsonNode::isNull);
        assertThat(all).hasSizeGreaterThan(10);
        for (var one : all) {
            assertThat(phones.isValidNumber(phones.parse(one.asString(), null)))
                    .as(one.asString())
                    .isTrue();
        }
        assertThat(json.findValues("email").stream().filter(email -> !email.isNull()))
                .hasSizeGreaterThan(8)
                .allMatch(email -> email.asString().endsWith("@example.com"));
    }

    @Test
    void keepsItsIds_whenItIsToldThem() {
        var again = new DemoData(data.ids());
        assertThat(again.ids()).isEqualTo(data.ids());
        assertThat(again.workspaceId("demo")).isEqualTo(data.workspaceId("demo"));
        assertThat(new DemoData(Map.of()).ids()).doesNotContainValue(data.workspaceId("demo"));
        assertThat(data.workspaceId("demo").version()).isEqualTo(7);
    }

    @Test
    void knowsWhoCanHaveAToken() {
        assertThat(data.subject("other", "operator")).contains("other.operator");
        assertThat(data.subject("demo", "assistant")).isEmpty();
        assertThat(data.subject("demo", "nobody")).isEmpty();
        assertThat(data.subject("nowhere", "operator")).isEmpty();
    }
}
