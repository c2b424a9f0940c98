package workspace.chats.system;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;
import workspace.chats.client.model.CreateChatRequest;

/**
 * One of the two workspaces that {@code ./chats up} makes, with the people and senders of {@code
 * stack.json}.
 */
final class Workspace {

    /** A member; {@code phone} and {@code email} are empty for one who has none. */
    record Member(String name, String id, String token, String phone, String email) {}

    /** A number or an inbox, and the request field that names it. */
    record Sender(
            BiFunction<CreateChatRequest, UUID, CreateChatRequest> field,
            String id,
            String address) {}

    private final String apiUrl;
    private final JsonNode json;

    Workspace(String apiUrl, JsonNode json) {
        this.apiUrl = apiUrl;
        this.json = json;
    }

    String id() {
        return json.path("id").asString();
    }

    UUID uuid() {
        return UUID.fromString(id());
    }

    String apiUrl() {
        return apiUrl;
    }

    String chatsUrl() {
        return apiUrl + "/api/v2/w/" + id() + "/chats";
    }

    Member member(String name) {
        var member = named("members", name);
        return new Member(
                name,
                text(member, "id"),
                text(member, "token"),
                text(member, "phone"),
                text(member, "email"));
    }

    Map<String, Member> members() {
        var all = new HashMap<String, Member>();
        json.path("members").propertyNames().forEach(name -> all.put(name, member(name)));
        return all;
    }

    Sender number(String name) {
        var number = named("phoneNumbers", name);
        return new Sender(
                CreateChatRequest::phoneNumberId, text(number, "id"), text(number, "e164"));
    }

    Sender inbox(String name) {
        var inbox = named("inboxes", name);
        return new Sender(CreateChatRequest::inboxId, text(inbox, "id"), text(inbox, "address"));
    }

    String workflow(String name) {
        return text(named("workflows", name), "id");
    }

    Operator as(String member) {
        return new Operator(this, member(member));
    }

    private JsonNode named(String kind, String name) {
        var found = json.path(kind).path(name);
        if (found.isMissingNode()) {
            throw new IllegalStateException("stack.json has no " + kind + "." + name);
        }
        return found;
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
