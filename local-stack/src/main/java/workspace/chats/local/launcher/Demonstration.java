package workspace.chats.local.launcher;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import workspace.chats.local.Deadline;

/** The main job, once per channel: the operator creates a chat for the member; see what happens. */
final class Demonstration {

    private static final Set<String> ON_ITS_WAY = Set.of("pending", "unknown");
    private static final String TEXT = "Hello Maria, your results are ready. Please call us.";

    private final JsonNode stack;
    private final JsonNode workspace;
    private final JsonNode member;
    private final String chats;
    private final JsonHttp http;
    private final Output output;

    /**
     * @param stack the content of stack.json
     */
    Demonstration(JsonNode stack, JsonHttp http, Output output) {
        this.stack = stack;
        this.http = http;
        this.output = output;
        workspace = stack.at("/workspaces/demo");
        member = workspace.at("/members/member");
        chats = text(stack, "/apiUrl") + "/api/v2/w/" + text(workspace, "/id") + "/chats";
    }

    /** Whether everything went out. */
    boolean run() {
        var wishes = new LinkedHashMap<String, Map<String, Object>>();
        wishes.put("web-chat", Map.of("title", "About your visit"));
        wishes.put("phone-sms", message("phoneNumberId", "/phoneNumbers/main/id"));
        wishes.put("email", message("inboxId", "/inboxes/frontdesk/id"));
        wishes.put("phone-voice", Map.of("workflowId", text(workspace, "/workflows/intake/id")));

        boolean allWell = true;
        for (var wish : wishes.entrySet()) {
            allWell &= show(wish.getKey(), wish.getValue());
        }
        showTheOtherSide();
        return allWell;
    }

    private Map<String, Object> message(String sender, String path) {
        return Map.of(
                sender, text(workspace, path), "assistantEnabled", false, "initialMessage", TEXT);
    }

    private boolean show(String channel, Map<String, Object> wish) {
        var body = new LinkedHashMap<>(wish);
        body.put("channel", channel);
        body.put("memberId", text(member, "/id"));
        long start = System.nanoTime();
        var created = http.post(chats, body);
        long millis = (System.nanoTime() - start) / 1_000_000;
        String outcome = outcome(settled(created));
        output.say(
                "  %-12s created in %4d ms   %s   %s"
                        .formatted(channel, millis, text(created, "/id"), outcome));
        return !outcome.startsWith("failed");
    }

    private JsonNode settled(JsonNode created) {
        var deadline = Deadline.in(Duration.ofSeconds(15));
        var chat = created;
        while (isOnItsWay(chat) && !deadline.isOver()) {
            deadline.pause("");
            chat = http.get(chats + "/" + text(created, "/id"));
        }
        return chat;
    }

    private static boolean isOnItsWay(JsonNode chat) {
        return ON_ITS_WAY.contains(text(chat, "/initialMessageStatus"))
                || ON_ITS_WAY.contains(text(chat, "/call/status"));
    }

    private static String outcome(JsonNode chat) {
        String error = text(chat, "/initialMessageError");
        if (!error.isEmpty()) {
            return "failed: " + error;
        }
        return chat.has("call")
                ? "call " + text(chat, "/call/status")
                : "message " + text(chat, "/initialMessageStatus");
    }

    private void showTheOtherSide() {
        var journal = http.get(text(stack, "/twilioUrl") + "/_sim/journal");
        var mails = http.get(text(stack, "/mailUrl") + "/messages");
        String phone = text(member, "/phone");
        output.say("\nWhat " + phone + " and " + text(member, "/email") + " have received so far:");
        journal.path("messages")
                .valueStream()
                .filter(one -> text(one, "/to").equals(phone))
                .forEach(one -> received("text", one, text(one, "/body")));
        mails.valueStream()
                .filter(one -> text(one, "/to").equals(text(member, "/email")))
                .forEach(one -> received("e-mail", one, text(one, "/subject")));
        journal.path("calls")
                .valueStream()
                .filter(one -> text(one, "/to").equals(phone))
                .forEach(one -> received("call", one, ""));
    }

    private void received(String kind, JsonNode one, String what) {
        output.say(
                "  %-8s from %-34s %s".formatted(kind, text(one, "/from"), what).stripTrailing());
    }

    private static String text(JsonNode json, String path) {
        return json.at(path).asString("");
    }
}
