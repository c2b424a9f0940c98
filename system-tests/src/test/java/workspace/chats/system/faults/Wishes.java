package workspace.chats.system.faults;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import workspace.chats.system.Json;

/**
 * What clients ask for, by number: of ten chats, one a call, two e-mails, one a web chat, the rest
 * texts, one of which has a workflow. {@code title} carries the key.
 */
record Wishes(Site site, List<String> patients, String run) {

    /**
     * One chat.
     *
     * @param medium by which something is sent: sms, email, call or none
     * @param assigned whether a workflow is asked for
     */
    record Wish(String key, String medium, boolean assigned, String json) {}

    private enum Kind {
        CALL("phone-voice", "call", true),
        LETTER("email", "email", false),
        WEB_CHAT("web-chat", "none", true),
        TEXT_BY_WORKFLOW("phone-sms", "sms", true),
        TEXT("phone-sms", "sms", false);

        private final String channel;
        private final String medium;
        private final boolean assigned;

        Kind(String channel, String medium, boolean assigned) {
            this.channel = channel;
            this.medium = medium;
            this.assigned = assigned;
        }

        static Kind of(int number) {
            return switch (number % 10) {
                case 0 -> CALL;
                case 1, 2 -> LETTER;
                case 3 -> WEB_CHAT;
                case 4 -> TEXT_BY_WORKFLOW;
                default -> TEXT;
            };
        }
    }

    Wish of(int number) {
        var key = run + "-" + number;
        var kind = Kind.of(number);
        return new Wish(key, kind.medium, kind.assigned, Json.write(chat(number, key, kind)));
    }

    private Map<String, Object> chat(int number, String key, Kind kind) {
        var wish = new LinkedHashMap<String, Object>();
        wish.put("memberId", patients.get(number));
        wish.put("title", key);
        wish.put("channel", kind.channel);
        wish.putAll(sender(kind));
        if (kind.medium.equals("sms") || kind.medium.equals("email")) {
            wish.put("assistantEnabled", false);
            wish.put("initialMessage", "Visit " + key);
        }
        return wish;
    }

    private Map<String, String> sender(Kind kind) {
        return switch (kind) {
            case LETTER -> Map.of("inboxId", site.inboxId());
            case TEXT -> Map.of("phoneNumberId", site.numberId());
            case CALL, WEB_CHAT, TEXT_BY_WORKFLOW -> Map.of("workflowId", site.workflowId());
        };
    }
}
