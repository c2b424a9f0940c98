package workspace.chats.system;

import java.util.LinkedHashMap;
import java.util.Map;

/** What an operator types into "new chat". Immutable: each verb gives another request. */
record ChatRequest(Map<String, Object> fields) {

    static ChatRequest webChat() {
        return channel("web-chat");
    }

    static ChatRequest sms() {
        return channel("phone-sms");
    }

    static ChatRequest voice() {
        return channel("phone-voice");
    }

    static ChatRequest email() {
        return channel("email");
    }

    private static ChatRequest channel(String channel) {
        return new ChatRequest(Map.of("channel", channel));
    }

    ChatRequest with(String field, Object value) {
        var more = new LinkedHashMap<>(fields);
        more.put(field, value);
        return new ChatRequest(more);
    }

    ChatRequest to(Workspace.Member member) {
        return with("memberId", member.id());
    }

    /** An operator's own words: only an assistant-less chat may start with them. */
    ChatRequest saying(String text) {
        return with("initialMessage", text).with("assistantEnabled", false);
    }

    ChatRequest from(Workspace.Sender sender) {
        return with(sender.field(), sender.id());
    }

    ChatRequest running(String workflowId) {
        return with("workflowId", workflowId);
    }

    ChatRequest asATest() {
        return with("isTest", true);
    }

    String json() {
        return Json.write(fields);
    }
}
