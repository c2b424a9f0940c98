package workspace.chats.system;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import workspace.chats.client.ChatsApi;
import workspace.chats.client.model.ChatResponse;
import workspace.chats.client.model.Happening;
import workspace.chats.client.model.MessageResponse;
import workspace.chats.client.model.PostMessageRequest;
import workspace.chats.client.model.RetryRequest;

/** Somebody with a token who creates chats and looks at them. */
final class Operator {

    private static final String WITHOUT_WAITING = "respond-async";

    private final Workspace workspace;
    private final Workspace.Member self;
    private final ChatsApi chats;

    Operator(Workspace workspace, Workspace.Member self) {
        this.workspace = workspace;
        this.self = self;
        this.chats = new ChatsApi(new Gateway(workspace.apiUrl(), self.token()));
    }

    Chat creates(ChatRequest request) {
        return new Chat(this, tries(request));
    }

    /** And reads later what became of the first message. */
    Chat createsWithoutWaiting(ChatRequest request) {
        return new Chat(this, triesWithoutWaiting(request));
    }

    Told<ChatResponse> tries(ChatRequest request) {
        return tries(request, null, null);
    }

    Told<ChatResponse> triesWithoutWaiting(ChatRequest request) {
        return tries(request, WITHOUT_WAITING, null);
    }

    /** The same key makes a repetition harmless. */
    Told<ChatResponse> tries(ChatRequest request, String key) {
        return tries(request, null, key);
    }

    private Told<ChatResponse> tries(
            ChatRequest request, @Nullable String prefer, @Nullable String key) {
        return Told.by(
                () -> chats.createChatWithHttpInfo(workspace.uuid(), request.typed(), prefer, key));
    }

    /** A create that no client would send, word for word. */
    Http.Reply sends(String body) {
        return Http.post(
                workspace.chatsUrl(), Map.of("Authorization", "Bearer " + self.token()), body);
    }

    /** What is at that place of the chat, word for word. */
    Http.Reply reads(Chat chat, String place) {
        return Http.get(
                workspace.chatsUrl() + "/" + chat.id() + place,
                Map.of("Authorization", "Bearer " + self.token()));
    }

    Told<ChatResponse> gets(UUID chat) {
        return Told.by(() -> chats.getChatWithHttpInfo(workspace.uuid(), chat));
    }

    void writes(Chat chat, String text) {
        var message = new PostMessageRequest().text(text);
        Told.by(() ->
                        chats.postMessageWithHttpInfo(
                                workspace.uuid(), chat.id(), message, WITHOUT_WAITING, null))
                .done();
    }

    Told<ChatResponse> retries(Chat chat) {
        return Told.by(() ->
                chats.retryInitialMessageWithHttpInfo(
                        workspace.uuid(), chat.id(), null, new RetryRequest()));
    }

    /** Newest first. */
    List<MessageResponse> messages(Chat chat) {
        return Told.by(() ->
                        chats.listMessagesWithHttpInfo(workspace.uuid(), chat.id(), null, null))
                .done()
                .getItems();
    }

    List<Happening> story(Chat chat) {
        return Told.by(() -> chats.getTimelineWithHttpInfo(workspace.uuid(), chat.id(), null, null))
                .done()
                .getItems();
    }
}
