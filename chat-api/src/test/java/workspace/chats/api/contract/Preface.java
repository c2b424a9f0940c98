package workspace.chats.api.contract;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the document says about the API as a whole. */
final class Preface {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final String ABOUT =
            """
            Chats of a workspace's members on four channels: web chat, text message, voice call and e-mail.

            A create answers once the chat is durable. What reaches the outside world, a first message or a call, happens at most once and \
            after that; why it could not happen stands on the chat as a `ReasonCode`, never with personal data.

            - A JSON `null` in a body stands for an absent field, unless the field says that it clears.
            - Ids are UUIDs. Times are ISO 8601 in UTC. What is absent is left out of answers.
            - Every refusal is a problem (RFC 9457) with fixed words: no value that was sent comes back. On 400 and 404 `errors` names \
            every field at once.
            - An id of another workspace cannot be told from an unknown one, nor a workspace that is not yours from one that does not exist.
            - A path answers 405 to methods that are not here and 404 where nothing is, with the same kind of body.
            - New fields in answers, new words in `ReasonCode` and `FlawCode`, new calls and new optional fields in requests may come at any \
            time; everything else stays as it is.
            """;
    private static final Map<String, String> TAGS = new LinkedHashMap<>();

    static {
        TAGS.put("Chats", "Create, find, look at and change chats.");
        TAGS.put("Workspace", "The workspace itself.");
        TAGS.put("Members", "Who belongs to the workspace.");
        TAGS.put("Workflows", "What assignments run, in versions.");
        TAGS.put("Phone numbers", "What texts and calls come from.");
        TAGS.put("Inboxes", "What e-mails come from.");
        TAGS.put("Sites", "Places that a chat may be about.");
        TAGS.put("Models", "What an assistant may think and speak with.");
        TAGS.put("Opt-outs", "Who wants nothing from which sender.");
    }

    private static final Map<String, Parameter> VARIABLES =
            Map.of(
                    "workspace_uuid", id("workspace_uuid", "The workspace."),
                    "chat_id", id("chat_id", "The chat."),
                    "member_id", id("member_id", "The member."),
                    "workflow_id", id("workflow_id", "The workflow."),
                    "phone_number_id", id("phone_number_id", "The phone number."),
                    "inbox_id", id("inbox_id", "The inbox."),
                    "site_id", id("site_id", "The site."),
                    "model_id", id("model_id", "The model."),
                    "opt_out_id", id("opt_out_id", "The opt-out."),
                    "version_number",
                            Parameter.path(
                                    "version_number",
                                    Types.whole(1, 999_999_999),
                                    "The version's number."));

    private Preface() {}

    static ObjectNode info() {
        var info = NODES.objectNode();
        info.put("title", "Workspace Chats");
        info.put("version", "2.0.0");
        info.put("description", ABOUT);
        info.putObject("contact").put("name", "Whoever runs this installation");
        return info;
    }

    static ArrayNode servers() {
        var servers = NODES.arrayNode();
        servers.add(server("/", "The installation that this document comes from."));
        servers.add(
                server(
                        "http://127.0.0.1:8080",
                        "The local stack, as `./chats up` starts it unless `CHAT_API_PORT` says otherwise."));
        return servers;
    }

    private static ObjectNode server(String url, String description) {
        return NODES.objectNode().put("url", url).put("description", description);
    }

    static ArrayNode tags() {
        var tags = NODES.arrayNode();
        TAGS.forEach((name, description) ->
                tags.addObject().put("name", name).put("description", description));
        return tags;
    }

    static ObjectNode token() {
        return NODES.objectNode()
                .put("type", "http")
                .put("scheme", "bearer")
                .put("bearerFormat", "JWT")
                .put(
                        "description",
                        "A token of the identity provider. Scopes are not in it: they belong to the member and count at once when they change.");
    }

    static Parameter pathParameter(String name) {
        var parameter = VARIABLES.get(name);
        if (parameter == null) {
            throw new IllegalStateException("nothing is said about {" + name + "}");
        }
        return parameter;
    }

    private static Parameter id(String name, String description) {
        return Parameter.path(name, Types.id(), description);
    }
}
