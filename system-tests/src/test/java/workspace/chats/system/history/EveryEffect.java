package workspace.chats.system.history;

import static workspace.chats.system.history.Finding.Kind.CONTRADICTED;
import static workspace.chats.system.history.Finding.Kind.DUPLICATED;
import static workspace.chats.system.history.Finding.Kind.LOST;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What people received against what the ledgers say: an accepted attempt exactly once, one of
 * unknown fate at most once, any other never, and nothing that no chat knows of.
 */
final class EveryEffect implements Checker.Rule {

    private static final Set<String> TAKEN = Set.of("accepted", "delivered", "undelivered");
    private static final Set<String> UNCLEAR = Set.of("submitting", "unknown", "outcome_unknown");

    @Override
    public Stream<Finding> judge(Facts facts) {
        var attempts = facts.by(Fact.Effect.class, Fact.Effect::subject);
        var received = facts.received();
        return Stream.of(
                        Subject.of(facts)
                                .flatMap(subject ->
                                        judge(
                                                subject,
                                                attempts.getOrDefault(subject.id(), List.of()),
                                                received.getOrDefault(subject.delivery(), 0L))),
                        strangers(facts, attempts.keySet()),
                        unexplained(facts, received.keySet()))
                .flatMap(findings -> findings);
    }

    private static Stream<Finding> judge(
            Subject subject, List<Fact.Effect> attempts, long received) {
        long taken = count(attempts, TAKEN);
        long unclear = count(attempts, UNCLEAR);
        if (received < taken) {
            return Stream.of(new Finding(LOST, "said to be sent, never received", subject.id()));
        }
        if (received > attempts.size() || (received > taken + unclear && taken + unclear > 0)) {
            return Stream.of(
                    new Finding(DUPLICATED, "received %d times".formatted(received), subject.id()));
        }
        if (received > taken + unclear) {
            return Stream.of(
                    new Finding(CONTRADICTED, "received, and said to be refused", subject.id()));
        }
        return Stream.empty();
    }

    private static Stream<Finding> strangers(Facts facts, Set<String> subjects) {
        var known = Subject.of(facts).map(Subject::id).collect(Collectors.toSet());
        return subjects.stream()
                .filter(subject -> !known.contains(subject))
                .map(subject -> new Finding(CONTRADICTED, "in a ledger, and of no chat", subject));
    }

    private static Stream<Finding> unexplained(Facts facts, Set<Subject.Delivery> received) {
        var known = Subject.of(facts).map(Subject::delivery).collect(Collectors.toSet());
        return received.stream()
                .filter(delivery -> !known.contains(delivery))
                .map(delivery ->
                        new Finding(LOST, "received, and meant for nobody there", delivery.mark()));
    }

    private static long count(List<Fact.Effect> attempts, Set<String> states) {
        return attempts.stream()
                .filter(effect -> !effect.simulated() && states.contains(effect.state()))
                .count();
    }
}
