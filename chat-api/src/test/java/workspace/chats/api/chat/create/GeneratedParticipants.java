package workspace.chats.api.chat.create;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import workspace.chats.api.directory.Member;
import workspace.chats.api.property.Draws;

/** The list of participants of a generated create, and what has to be said about it. */
final class GeneratedParticipants {

    private static final List<Member> GOOD =
            List.of(Clinic.STRANGER, Clinic.PATIENT, Clinic.ASSISTANT, Clinic.OWNER);

    private final Draws draws;
    private final int oneWrongIn;
    private final Set<String> wrong;
    private final Set<String> missing;
    private final List<String> elements = new ArrayList<>();
    private final Set<UUID> seen = new HashSet<>();

    GeneratedParticipants(Draws draws, int oneWrongIn, Set<String> wrong, Set<String> missing) {
        this.draws = draws;
        this.oneWrongIn = oneWrongIn;
        this.wrong = wrong;
        this.missing = missing;
    }

    void into(List<String> fields) {
        if (draws.oneIn(oneWrongIn)) {
            var tooMany = draws.oneIn(2);
            wrong.add("participants " + (tooMany ? "too_many" : "wrong_type"));
            fields.add("\"participants\": " + (tooMany ? "[1" + ", 1".repeat(50) + "]" : "{}"));
            return;
        }
        int count = draws.below(4);
        for (int i = 0; i < count; i++) {
            element("participants[" + i + "]");
        }
        if (count > 0) {
            fields.add("\"participants\": [" + String.join(", ", elements) + "]");
        }
    }

    private void element(String path) {
        if (draws.oneIn(oneWrongIn)) {
            wrong.add(path + " wrong_type");
            elements.add("null");
            return;
        }
        var parts = new ArrayList<String>();
        var isPerson = member(path, parts);
        role(path, parts, isPerson);
        if (draws.oneIn(oneWrongIn)) {
            parts.add("\"nickname\": \"x\"");
            wrong.add(path + ".nickname unknown_field");
        }
        elements.add("{" + String.join(", ", parts) + "}");
    }

    /** Whether it is an active member who is no assistant. */
    private boolean member(String path, List<String> parts) {
        if (!draws.oneIn(oneWrongIn)) {
            var member = draws.from(GOOD);
            id(path, parts, member.id());
            return !member.equals(Clinic.ASSISTANT);
        }
        switch (draws.below(4)) {
            case 0 -> wrong.add(path + ".memberId required");
            case 1 -> {
                parts.add("\"memberId\": \"7\"");
                wrong.add(path + ".memberId malformed_id");
            }
            default -> {
                id(path, parts, draws.from(List.of(Clinic.NOBODY, Clinic.LEFT.id())));
                missing.add(path + ".memberId not_found");
            }
        }
        return false;
    }

    private void id(String path, List<String> parts, UUID id) {
        parts.add("\"memberId\": " + GeneratedCreate.quoted(id));
        if (!seen.add(id)) {
            wrong.add(path + ".memberId duplicate");
        }
    }

    private void role(String path, List<String> parts, boolean isPerson) {
        if (draws.oneIn(oneWrongIn)) {
            var isText = draws.oneIn(2);
            parts.add("\"role\": " + (isText ? "\"owner\"" : "1"));
            wrong.add(path + ".role " + (isText ? "not_allowed" : "wrong_type"));
            return;
        }
        var role =
                draws.from(List.of("", "null", "\"contributor\"", "\"operator\"", "\"assistant\""));
        if (!role.isEmpty()) {
            parts.add("\"role\": " + role);
        }
        if (role.equals("\"assistant\"") && isPerson) {
            wrong.add(path + ".role not_an_assistant");
        }
    }
}
