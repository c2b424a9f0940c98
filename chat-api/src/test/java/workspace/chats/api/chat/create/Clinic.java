package workspace.chats.api.chat.create;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import workspace.chats.api.body.Body;
import workspace.chats.api.directory.Directory;
import workspace.chats.api.directory.Inbox;
import workspace.chats.api.directory.Member;
import workspace.chats.api.directory.MemberKind;
import workspace.chats.api.directory.Model;
import workspace.chats.api.directory.ModelKind;
import workspace.chats.api.directory.PhoneNumber;
import workspace.chats.api.directory.Workflow;

/**
 * A workspace to create chats in, without a database: what a test asks for is decided against what
 * stands here.
 */
final class Clinic {

    static final Member OWNER = human(1, null, null);
    static final Member PATIENT = human(2, "+1 212-555-0123", "patient@example.org");
    static final Member STRANGER = human(3, null, null);
    static final Member HALF_A_NUMBER = human(4, "12", "no mailbox");
    static final Member LEFT = new Member(id(5), MemberKind.HUMAN, "Left", null, null, false);
    static final Member ASSISTANT = assistant(6, true);
    static final Member AGENT = assistant(7, true);
    static final Member RETIRED_AGENT = assistant(8, false);
    static final UUID NOBODY = id(99);

    static final PhoneNumber MAIN = new PhoneNumber(id(11), "+12125550199", true, true, 3.5);
    static final PhoneNumber VOICE_ONLY = new PhoneNumber(id(12), "+12125550198", false, true, 1);
    static final PhoneNumber SMS_ONLY = new PhoneNumber(id(13), "+12125550197", true, false, 1);
    static final Inbox FRONT_DESK = new Inbox(id(21), "desk@example.org", 20);
    static final Inbox OTHER_INBOX = new Inbox(id(22), "other@example.org", 20);

    static final UUID SITE = id(31);
    static final UUID CHAT_MODEL = id(41);
    static final UUID VOICE_MODEL = id(42);

    static final Workflow INTAKE =
            new Workflow(id(51), AGENT.id(), MAIN.id(), FRONT_DESK.id(), 2, List.of(1, 2, 4));
    static final Workflow BARE = new Workflow(id(52), null, null, null, null, List.of(1, 3));
    static final Workflow DRAFT = new Workflow(id(53), null, null, null, null, List.of());
    static final Workflow WORN_OUT =
            new Workflow(id(54), RETIRED_AGENT.id(), VOICE_ONLY.id(), null, 9, List.of(1));

    private static final UUID WORKSPACE = id(1000);
    private static final List<Workflow> WORKFLOWS = List.of(INTAKE, BARE, DRAFT, WORN_OUT);

    private final Set<String> optedOut = new HashSet<>();
    private @Nullable UUID defaultAssistant = ASSISTANT.id();
    private @Nullable UUID defaultNumber;
    private @Nullable UUID defaultInbox;

    static UUID id(int n) {
        return new UUID(0x7000L, n);
    }

    Clinic withoutAssistant() {
        defaultAssistant = null;
        return this;
    }

    Clinic withDefaults(@Nullable UUID number, @Nullable UUID inbox) {
        defaultNumber = number;
        defaultInbox = inbox;
        return this;
    }

    Clinic withOptOut(UUID sender, String address) {
        optedOut.add(sender + address);
        return this;
    }

    Decision decide(String json) {
        var body = Body.parse(json.getBytes(StandardCharsets.UTF_8));
        var request = CreateReader.read(body.fields());
        return CreateChat.decide(
                request,
                body.problems(),
                directory(request),
                (sender, address) -> optedOut.contains(sender + address),
                () -> id(2000));
    }

    private Directory directory(CreateRequest request) {
        return new Directory(
                WORKSPACE,
                "The Clinic",
                500,
                50,
                OWNER.id(),
                defaultAssistant,
                defaultNumber,
                defaultInbox,
                WORKFLOWS.stream()
                        .filter(w -> w.id().equals(request.workflowId()))
                        .findFirst()
                        .orElse(null),
                List.of(
                        OWNER,
                        PATIENT,
                        STRANGER,
                        HALF_A_NUMBER,
                        LEFT,
                        ASSISTANT,
                        AGENT,
                        RETIRED_AGENT),
                List.of(MAIN, VOICE_ONLY, SMS_ONLY),
                List.of(FRONT_DESK, OTHER_INBOX),
                List.of(
                        new Model(CHAT_MODEL, ModelKind.CHAT),
                        new Model(VOICE_MODEL, ModelKind.REALTIME)),
                Objects.equals(request.siteId(), SITE));
    }

    private static Member human(int n, @Nullable String phone, @Nullable String email) {
        return new Member(id(n), MemberKind.HUMAN, "Human " + n, phone, email, true);
    }

    private static Member assistant(int n, boolean active) {
        return new Member(id(n), MemberKind.ASSISTANT, "Assistant " + n, null, null, active);
    }
}
