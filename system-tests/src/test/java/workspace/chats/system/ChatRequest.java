package workspace.chats.system;

import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import workspace.chats.client.model.Channel;
import workspace.chats.client.model.CreateChatRequest;

/** What an operator types into "new chat". Immutable: each verb gives another request. */
record ChatRequest(UnaryOperator<CreateChatRequest> filling) {

    static ChatRequest webChat() {
        return on(Channel.WEB_CHAT);
    }

    static ChatRequest sms() {
        return on(Channel.PHONE_SMS);
    }

    static ChatRequest voice() {
        return on(Channel.PHONE_VOICE);
    }

    static ChatRequest email() {
        return on(Channel.EMAIL);
    }

    private static ChatRequest on(Channel channel) {
        return new ChatRequest(form -> form.channel(channel));
    }

    private ChatRequest with(UnaryOperator<CreateChatRequest> more) {
        return new ChatRequest(form -> more.apply(filling.apply(form)));
    }

    ChatRequest to(Workspace.Member member) {
        return to(UUID.fromString(member.id()));
    }

    ChatRequest to(UUID member) {
        return with(form -> form.memberId(member));
    }

    /** An operator's own words: only an assistant-less chat may start with them. */
    ChatRequest saying(String text) {
        return withoutAssistant().with(form -> form.initialMessage(text));
    }

    ChatRequest withoutAssistant() {
        return with(form -> form.assistantEnabled(false));
    }

    ChatRequest from(Workspace.Sender sender) {
        return with(form -> sender.field().apply(form, UUID.fromString(sender.id())));
    }

    ChatRequest running(String workflowId) {
        return with(form -> form.workflowId(UUID.fromString(workflowId)));
    }

    ChatRequest inVersion(int number) {
        return with(form -> form.workflowVersionNumber(number));
    }

    ChatRequest titled(String title) {
        return with(form -> form.title(title));
    }

    ChatRequest noting(Map<String, String> metadata) {
        return with(form -> form.metadata(metadata));
    }

    ChatRequest asATest() {
        return with(form -> form.isTest(true));
    }

    CreateChatRequest typed() {
        return filling.apply(new CreateChatRequest());
    }
}
