package workspace.chats.api.chat.create;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import workspace.chats.api.property.Draws;

/**
 * A create with values from the list of its rules, and what has to be said about it, by the
 * specification and not by the code: each value says what is wrong with it, and {@link #together}
 * what is wrong with two that do not go together.
 */
final class GeneratedCreate {

    private static final String MALFORMED = "\"7\"";

    private final Draws draws;
    private final int oneWrongIn;
    private final List<String> fields = new ArrayList<>();
    private final Set<String> wrong = new LinkedHashSet<>();
    private final Set<String> missing = new LinkedHashSet<>();

    private GeneratedCreate(Draws draws) {
        this.draws = draws;
        this.oneWrongIn = draws.from(List.of(1_000, 30, 5));
        together();
    }

    static GeneratedCreate of(Draws draws) {
        return new GeneratedCreate(draws);
    }

    String json() {
        return "{" + String.join(", ", fields) + "}";
    }

    /** Each as {@code field code}; with any the answer is 400. */
    Set<String> wrong() {
        return wrong;
    }

    /** Without anything wrong, the answer with any of these is 404. */
    Set<String> missing() {
        return missing;
    }

    private void together() {
        var channel = channel();
        var workflow = workflow();
        var number = number(channel);
        var inbox = inbox(channel);
        if (number && inbox) {
            wrong.add("phoneNumberId mutually_exclusive");
            wrong.add("inboxId mutually_exclusive");
        }
        version(workflow);
        message(channel, assistantEnabled());
        member("memberId", true);
        member("assistantMemberId", false);
        model("assistantChatModelId", Clinic.CHAT_MODEL, Clinic.VOICE_MODEL);
        model("assistantRealtimeModelId", Clinic.VOICE_MODEL, Clinic.CHAT_MODEL);
        model("siteId", Clinic.SITE, Clinic.CHAT_MODEL);
        alone("isTest", "true", "\"true\" wrong_type");
        alone(
                "chatType",
                "\"visit\"",
                "\"dm\" not_allowed",
                "\"Visit\" not_allowed",
                "7 wrong_type");
        alone(
                "title",
                "\"A title\"",
                text(201) + " too_long",
                "\"a\\nb\" control_character",
                "\"a\\u0000\" malformed_text",
                "{} wrong_type");
        alone(
                "metadata",
                "{\"a\":\"b\"}",
                "[] wrong_type",
                "{\"a\":1} wrong_type",
                "{\"a\":" + text(501) + "} too_long",
                many(51) + " too_many");
        new GeneratedParticipants(draws, oneWrongIn, wrong, missing).into(fields);
        if (draws.oneIn(oneWrongIn)) {
            give("color", "1");
            wrong.add("color unknown_field");
        }
    }

    /** The channel, if it is one. */
    private @Nullable String channel() {
        if (!draws.oneIn(oneWrongIn)) {
            var channel = draws.from(List.of("web-chat", "phone-sms", "phone-voice", "email"));
            give("channel", "\"" + channel + "\"");
            return channel;
        }
        switch (draws.below(4)) {
            case 0 -> wrong.add("channel required");
            case 1 -> {
                give("channel", "null");
                wrong.add("channel required");
            }
            case 2 -> {
                give("channel", "1");
                wrong.add("channel wrong_type");
            }
            default -> {
                give("channel", "\"fax\"");
                wrong.add("channel not_allowed");
            }
        }
        return null;
    }

    /** The published versions of the one that is given; null without any, empty for no good one. */
    private @Nullable List<Integer> workflow() {
        if (draws.below(2) == 0) {
            return null;
        }
        if (!draws.oneIn(oneWrongIn)) {
            var workflow = draws.from(List.of(Clinic.INTAKE, Clinic.BARE));
            give("workflowId", quoted(workflow.id()));
            return workflow.published();
        }
        switch (draws.below(3)) {
            case 0 -> {
                give("workflowId", quoted(Clinic.NOBODY));
                missing.add("workflowId not_found");
            }
            case 1 -> {
                give("workflowId", quoted(Clinic.DRAFT.id()));
                wrong.add("workflowId not_published");
            }
            default -> {
                give("workflowId", MALFORMED);
                wrong.add("workflowId malformed_id");
            }
        }
        return List.of();
    }

    private void version(@Nullable List<Integer> published) {
        var isWanted = published != null && draws.oneIn(3);
        if (!isWanted && !draws.oneIn(oneWrongIn)) {
            return;
        }
        if (published == null) {
            wrong.add("workflowVersionNumber needs_workflow");
        }
        if (draws.oneIn(oneWrongIn)) {
            give("workflowVersionNumber", "\"1\"");
            wrong.add("workflowVersionNumber wrong_type");
            return;
        }
        int version = draws.oneIn(oneWrongIn) ? 9 : 1;
        give("workflowVersionNumber", String.valueOf(version));
        if (published != null && !published.isEmpty() && !published.contains(version)) {
            missing.add("workflowVersionNumber not_found");
        }
    }

    private boolean number(@Nullable String channel) {
        var isPhone = "phone-sms".equals(channel) || "phone-voice".equals(channel);
        if (!(isPhone && draws.oneIn(2)) && !draws.oneIn(oneWrongIn)) {
            return false;
        }
        if (channel != null && !isPhone) {
            wrong.add("phoneNumberId not_on_this_channel");
        }
        if (!draws.oneIn(oneWrongIn)) {
            give("phoneNumberId", quoted(Clinic.MAIN.id()));
            return true;
        }
        switch (draws.below(4)) {
            case 0 -> known("phoneNumberId", Clinic.NOBODY, "unknown");
            case 1 -> known("phoneNumberId", Clinic.VOICE_ONLY.id(), capable(channel, "phone-sms"));
            case 2 -> known("phoneNumberId", Clinic.SMS_ONLY.id(), capable(channel, "phone-voice"));
            default -> {
                give("phoneNumberId", MALFORMED);
                wrong.add("phoneNumberId malformed_id");
            }
        }
        return true;
    }

    private static @Nullable String capable(@Nullable String channel, String lacking) {
        return lacking.equals(channel) ? "not_capable" : null;
    }

    private boolean inbox(@Nullable String channel) {
        var isEmail = "email".equals(channel);
        if (!(isEmail && draws.oneIn(2)) && !draws.oneIn(oneWrongIn)) {
            return false;
        }
        if (channel != null && !isEmail) {
            wrong.add("inboxId not_on_this_channel");
        }
        if (draws.oneIn(oneWrongIn)) {
            known("inboxId", Clinic.NOBODY, "unknown");
        } else {
            known("inboxId", Clinic.FRONT_DESK.id(), null);
        }
        return true;
    }

    /** Whether it is enabled, as far as a wrong value lets anybody say: then it is by default. */
    private boolean assistantEnabled() {
        if (draws.oneIn(oneWrongIn)) {
            give("assistantEnabled", "\"no\"");
            wrong.add("assistantEnabled wrong_type");
            return true;
        }
        var given = draws.from(List.of("", "false", "true"));
        if (!given.isEmpty()) {
            give("assistantEnabled", given);
        }
        return !given.equals("false");
    }

    private void message(@Nullable String channel, boolean assistantEnabled) {
        var isText = "phone-sms".equals(channel) || "email".equals(channel);
        var fits = isText && !assistantEnabled;
        if (!(fits && draws.oneIn(2)) && !draws.oneIn(oneWrongIn)) {
            return;
        }
        if (channel != null && !isText) {
            wrong.add("initialMessage not_on_this_channel");
        }
        if (assistantEnabled) {
            wrong.add("initialMessage needs_disabled_assistant");
        }
        var longest = "phone-sms".equals(channel) ? 1_600 : 100_000;
        give(
                "initialMessage",
                draws.oneIn(oneWrongIn) ? wrongText(isText, longest) : text(longest));
    }

    private String wrongText(boolean isText, int longest) {
        return switch (draws.below(isText ? 4 : 3)) {
            case 0 -> wrong("initialMessage", "blank", "\" \\n\"");
            case 1 -> wrong("initialMessage", "wrong_type", "[\"Hello\"]");
            case 2 -> wrong("initialMessage", "malformed_text", "\"a\\u0000\"");
            default -> wrong("initialMessage", "too_long", text(longest + 1));
        };
    }

    private String wrong(String field, String code, String value) {
        wrong.add(field + " " + code);
        return value;
    }

    private void member(String field, boolean anybody) {
        if (draws.oneIn(oneWrongIn)) {
            var gone = anybody ? Clinic.LEFT.id() : Clinic.RETIRED_AGENT.id();
            var who = draws.from(List.of(Clinic.NOBODY, gone, Clinic.PATIENT.id()));
            give(field, quoted(who));
            if (!anybody || !who.equals(Clinic.PATIENT.id())) {
                missing.add(field + " not_found");
            }
        } else if (draws.oneIn(2)) {
            give(field, quoted(anybody ? Clinic.PATIENT.id() : Clinic.ASSISTANT.id()));
        }
    }

    private void model(String field, UUID right, UUID other) {
        if (draws.oneIn(oneWrongIn)) {
            known(field, draws.from(List.of(Clinic.NOBODY, other)), "unknown");
        } else if (draws.oneIn(3)) {
            known(field, right, null);
        }
    }

    private void known(String field, UUID id, @Nullable String code) {
        give(field, quoted(id));
        if (code != null) {
            wrong.add(field + " " + code);
        }
    }

    /** A field that depends on no other; a wrong value has its code after the last space. */
    private void alone(String field, String right, String... wrongOnes) {
        if (draws.oneIn(oneWrongIn)) {
            var chosen = draws.from(List.of(wrongOnes));
            int end = chosen.lastIndexOf(' ');
            give(field, wrong(field, chosen.substring(end + 1), chosen.substring(0, end)));
        } else if (draws.oneIn(3)) {
            give(field, right);
        }
    }

    private void give(String field, String value) {
        fields.add("\"" + field + "\": " + value);
    }

    static String quoted(UUID id) {
        return "\"" + id + "\"";
    }

    private static String text(int length) {
        return "\"" + "x".repeat(length) + "\"";
    }

    private static String many(int count) {
        var entries = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            entries.add("\"k" + i + "\":\"v\"");
        }
        return "{" + String.join(",", entries) + "}";
    }
}
