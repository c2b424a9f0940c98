package workspace.chats.api.chat.create;

import workspace.chats.api.body.Fields;
import workspace.chats.api.body.Texts;
import workspace.chats.api.chat.delivery.LongestText;
import workspace.chats.api.problem.Flaw;
import workspace.chats.events.Channel;

/**
 * Which fields go together. What depends on the channel is not judged when the channel itself is
 * wrong.
 */
final class ChannelRules {

    private final CreateRequest request;
    private final Fields fields;

    ChannelRules(CreateRequest request, Fields fields) {
        this.request = request;
        this.fields = fields;
    }

    void check() {
        if (fields.has("phoneNumberId") && fields.has("inboxId")) {
            fields.refuse("phoneNumberId", Flaw.MUTUALLY_EXCLUSIVE);
            fields.refuse("inboxId", Flaw.MUTUALLY_EXCLUSIVE);
        }
        if (fields.has("workflowVersionNumber") && !fields.has("workflowId")) {
            fields.refuse("workflowVersionNumber", Flaw.NEEDS_WORKFLOW);
        }
        checkMessage();
        if (request.channel() != null) {
            check(request.channel());
        }
    }

    /** That it comes with an assistant is wrong whatever stands in it. */
    private void checkMessage() {
        if (fields.has("initialMessage") && request.assistantEnabled()) {
            fields.refuse("initialMessage", Flaw.NEEDS_DISABLED_ASSISTANT);
        }
        if (request.initialMessage() != null && Texts.isBlank(request.initialMessage())) {
            fields.refuse("initialMessage", Flaw.BLANK);
        }
    }

    private void check(Channel channel) {
        switch (channel) {
            case WEB_CHAT -> notHere("phoneNumberId", "inboxId", "initialMessage");
            case PHONE_VOICE -> notHere("inboxId", "initialMessage");
            case PHONE_SMS -> {
                notHere("inboxId");
                atMost(LongestText.on(Channel.PHONE_SMS));
            }
            case EMAIL -> {
                notHere("phoneNumberId");
                atMost(LongestText.on(Channel.EMAIL));
            }
        }
    }

    private void notHere(String... names) {
        for (var name : names) {
            if (fields.has(name)) {
                fields.refuse(name, Flaw.NOT_ON_THIS_CHANNEL);
            }
        }
    }

    private void atMost(int longest) {
        var text = request.initialMessage();
        if (text != null && Texts.isLongerThan(longest, text)) {
            fields.refuse("initialMessage", Flaw.TOO_LONG);
        }
    }
}
