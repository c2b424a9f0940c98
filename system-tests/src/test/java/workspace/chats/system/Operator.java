package workspace.chats.system;

import java.util.HashMap;
import java.util.Map;

/** Somebody with a token who creates chats and looks at them. */
final class Operator {

    private final Workspace workspace;
    private final Workspace.Member self;

    Operator(Workspace workspace, Workspace.Member self) {
        this.workspace = workspace;
        this.self = self;
    }

    Chat creates(ChatRequest request) {
        return creates(request, Map.of());
    }

    Chat creates(ChatRequest request, Map<String, String> headers) {
        var reply = tries(request.json(), headers);
        if (reply.status() != 201) {
            throw new AssertionError("expected 201, got " + reply.status() + ": " + reply.text());
        }
        return new Chat(this, reply);
    }

    Http.Reply tries(ChatRequest request) {
        return tries(request.json(), Map.of());
    }

    Http.Reply tries(String body, Map<String, String> headers) {
        return Http.post(workspace.chatsUrl(), authorized(headers), body);
    }

    Http.Reply gets(String chatId) {
        return Http.get(workspace.chatsUrl() + "/" + chatId, authorized(Map.of()));
    }

    /** What stands below the chats, such as {@code /ID/timeline}. */
    Http.Reply looksAt(String path) {
        return Http.get(workspace.chatsUrl() + path, authorized(Map.of()));
    }

    /** Without waiting for what becomes of it. */
    Http.Reply posts(String path, Map<String, Object> body) {
        return Http.post(
                workspace.chatsUrl() + path,
                authorized(Map.of("Prefer", "respond-async")),
                Json.write(body));
    }

    private Map<String, String> authorized(Map<String, String> headers) {
        var all = new HashMap<>(headers);
        all.putIfAbsent("Authorization", "Bearer " + self.token());
        return all;
    }
}
