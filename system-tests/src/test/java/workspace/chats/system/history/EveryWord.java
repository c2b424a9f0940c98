package workspace.chats.system.history;

import static workspace.chats.system.history.Finding.Kind.CONTRADICTED;
import static workspace.chats.system.history.Finding.Kind.DUPLICATED;
import static workspace.chats.system.history.Finding.Kind.LOST;
import static workspace.chats.system.history.Finding.Kind.UNANSWERED;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The chat says of each message and call what the ledger says of its last attempt. */
final class EveryWord implements Checker.Rule {

    private static final Set<String> FAILED =
            Set.of("rejected", "blocked", "expired", "undelivered", "outcome_unknown");
    private static final Map<String, Set<String>> SAME =
            Map.of(
                    "accepted", Set.of("accepted"),
                    "delivered", Set.of("delivered"),
                    "failed", FAILED);

    /** What chat-api decides alone, before anybody else hears of it. */
    private static final Set<String> KNOWN_AT_ONCE =
            Set.of(
                    "missing_phone_number",
                    "missing_inbox",
                    "missing_recipient_phone",
                    "missing_recipient_email",
                    "missing_assistant",
                    "recipient_opted_out");

    @Override
    public Stream<Finding> judge(Facts facts) {
        var attempts = facts.by(Fact.Effect.class, Fact.Effect::subject);
        return Subject.of(facts)
                .flatMap(subject ->
                        judge(subject, attempts.getOrDefault(subject.id(), List.of())).stream());
    }

    private static Optional<Finding> judge(Subject subject, List<Fact.Effect> attempts) {
        if (attempts.stream().map(Fact.Effect::attempt).distinct().count() < attempts.size()) {
            return found(DUPLICATED, "one attempt stands twice in the ledger", subject);
        }
        if (attempts.isEmpty()) {
            return KNOWN_AT_ONCE.contains(subject.reason())
                    ? Optional.empty()
                    : found(LOST, "no ledger knows it", subject);
        }
        var told = told(subject, attempts);
        return told == null
                ? found(CONTRADICTED, "no ledger knows attempt " + subject.attempt(), subject)
                : compare(subject, told);
    }

    private static Fact.@Nullable Effect told(Subject subject, List<Fact.Effect> attempts) {
        return attempts.stream()
                .filter(effect -> effect.attempt() == subject.attempt())
                .findFirst()
                .orElse(null);
    }

    private static Optional<Finding> compare(Subject subject, Fact.Effect told) {
        if (subject.isOpen()) {
            return Optional.empty();
        }
        if (subject.status().equals("failed") && subject.reason().isEmpty()) {
            return found(UNANSWERED, "failed without a reason", subject);
        }
        var expected = SAME.getOrDefault(subject.status(), Set.of());
        boolean same =
                expected.contains(told.state())
                        && (!subject.status().equals("failed")
                                || subject.reason().equals(told.reason()));
        return same
                ? Optional.empty()
                : found(
                        CONTRADICTED,
                        "chat says %s %s, ledger says %s %s"
                                .formatted(
                                        subject.status(),
                                        subject.reason(),
                                        told.state(),
                                        told.reason()),
                        subject);
    }

    private static Optional<Finding> found(Finding.Kind kind, String what, Subject subject) {
        return Optional.of(new Finding(kind, what, subject.id()));
    }
}
