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

    String key(int number) {
        return run + "-" + number;
    }

    String json(int number) {
        var wish = new LinkedHashMap<String, Object>();
        wish.put("memberId", patients.get(number));
        wish.put("title", key(number));
        wish.putAll(
                switch (number % 10) {
                    case 0 -> Map.of("channel", "phone-voice", "workflowId", site.workflowId());
                    case 1, 2 ->
                            said(number, Map.of("channel", "email", "inboxId", site.inboxId()));
                    case 3 -> Map.of("channel", "web-chat", "workflowId", site.workflowId());
                    case 4 ->
                            said(
                                    number,
                                    Map.of(
                                            "channel",
                                            "phone-sms",
                                            "workflowId",
                                            site.workflowId()));
                    default ->
                            said(
                                    number,
                                    Map.of(
                                            "channel",
                                            "phone-sms",
                                            "phoneNumberId",
                                            site.numberId()));
                });
        return Json.write(wish);
    }

    private Map<String, Object> said(int number, Map<String, Object> wish) {
        var more = new LinkedHashMap<>(wish);
        more.put("assistantEnabled", false);
        more.put("initialMessage", "Visit " + key(number));
        return more;
    }
}
