package workspace.chats.api.contract;

import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;
import workspace.chats.api.testing.Answer;
import workspace.chats.api.testing.DemoWorkspace;
import workspace.chats.api.testing.Numbers;
import workspace.chats.api.testing.RunningApi;

/** A workspace in which every call of the document can succeed, each of them once. */
final class Stage {

    private static final RunningApi API = RunningApi.get();

    private final DemoWorkspace workspace = new DemoWorkspace();
    private final String admin = member("workspace:admin");
    private final Map<String, String> places = Places.in(workspace, admin);
    private String owner = admin;
    private UUID partner = workspace.human(null, null);

    UUID workspaceId() {
        return workspace.id();
    }

    Map<String, String> places() {
        return Map.copyOf(places);
    }

    /** Whom everything belongs to. */
    String admin() {
        return admin;
    }

    String member(String... scopes) {
        return workspace.human(null, null, scopes).toString();
    }

    /** Makes everything that can be somebody's own his. */
    Stage of(String newOwner) {
        owner = newOwner;
        partner = workspace.assistant();
        places.put("chat_id", chat("{\"channel\": \"web-chat\"}"));
        places.put("member_id", newOwner);
        return this;
    }

    /** Makes a call that deserves to succeed. */
    Answer send(Call call, String subject) {
        return call.send(API, subject, place(call), body(call));
    }

    String place(Call call) {
        switch (call.id()) {
            case "activateWorkflowVersion" -> places.put("version_number", "2"); // is published
            case "retryInitialMessage" -> places.put("chat_id", repairedChat());
            default -> {}
        }
        return call.at(places);
    }

    /** The least that it takes. */
    String body(Call call) {
        if (call.body().isMissingNode()) {
            return "";
        }
        var body = Call.SAMPLES.object(call.body());
        fill(call.id(), body);
        return body.toString();
    }

    private void fill(String id, ObjectNode body) {
        switch (id) {
            case "openDirectMessage" -> body.put("memberId", partner.toString());
            case "createPhoneNumber" -> body.put("e164", Numbers.next());
            case "createInbox" -> body.put("address", "another@example.org");
            case "createOptOut" ->
                    body.put("senderId", places.get("phone_number_id"))
                            .put("address", "+12125550199");
            default -> {}
        }
    }

    /** Its first message had nowhere to go, and now would have. */
    private String repairedChat() {
        var patient = member();
        var chat =
                chat(
                        """
                        {"channel": "phone-sms", "memberId": "%s", "phoneNumberId": "%s", "assistantEnabled": false, "initialMessage": "Hello"}
                        """
                                .formatted(patient, places.get("phone_number_id")));
        API.put(
                "/api/v2/w/" + workspaceId() + "/members/" + patient,
                admin,
                "{\"phone\": \"+12125550123\"}");
        return chat;
    }

    private String chat(String json) {
        return API.post(workspace.chats(), owner, json).at("/id");
    }
}
