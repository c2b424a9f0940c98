package workspace.chats.system.history;

import static workspace.chats.system.history.Finding.Kind.UNANSWERED;

import java.util.Set;
import java.util.stream.Stream;

/** Nothing is still on its way: every chat says what became of it. */
final class EveryAnswer implements Checker.Rule {

    private static final Set<String> UNFINISHED =
            Set.of("planned", "deferred", "claimed", "submitting", "unknown");

    @Override
    public Stream<Finding> judge(Facts facts) {
        var subjects =
                Subject.of(facts)
                        .filter(Subject::isOpen)
                        .map(subject -> open("it is " + subject.status(), subject.id()));
        var assignments =
                facts.of(Fact.Chat.class)
                        .filter(chat -> chat.assignmentStatus().equals("pending"))
                        .map(chat -> open("assignment is pending", chat.id()));
        var ledger =
                facts.of(Fact.Effect.class)
                        .filter(effect -> UNFINISHED.contains(effect.state()))
                        .map(effect -> open("ledger says " + effect.state(), effect.subject()));
        return Stream.of(subjects, assignments, ledger).flatMap(findings -> findings);
    }

    private static Finding open(String what, String id) {
        return new Finding(UNANSWERED, what, id);
    }
}
