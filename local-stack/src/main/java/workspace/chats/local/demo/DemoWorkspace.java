package workspace.chats.local.demo;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A workspace as {@code demo/workspaces.json} has it; everything has a short name there. */
record DemoWorkspace(
        String name,
        String defaultAssistant,
        Map<String, Member> members,
        Map<String, PhoneNumber> phoneNumbers,
        Map<String, Inbox> inboxes,
        Map<String, Site> sites,
        Map<String, Model> models,
        Map<String, Workflow> workflows) {

    record Member(
            String displayName,
            String kind,
            @Nullable List<String> scopes,
            @Nullable String phone,
            @Nullable String email,
            @Nullable Boolean inactive) {

        boolean isActive() {
            return !Boolean.TRUE.equals(inactive);
        }

        boolean isHuman() {
            return kind.equals("human");
        }
    }

    record PhoneNumber(
            String e164, String label, boolean sms, boolean voice, double ratePerSecond) {}

    record Inbox(String address, String label) {}

    record Site(String name) {}

    record Model(String name, String kind) {}

    /**
     * @param versions the status of version 1, 2, ...
     */
    record Workflow(
            String name,
            @Nullable String agent,
            @Nullable String phoneNumber,
            @Nullable String inbox,
            List<String> versions,
            @Nullable Integer activeVersion) {}
}
