package workspace.chats.system.history;

import static workspace.chats.system.history.Finding.Kind.CONTRADICTED;
import static workspace.chats.system.history.Finding.Kind.DUPLICATED;
import static workspace.chats.system.history.Finding.Kind.LOST;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was asked for is there, once: the message or the call, and the assignment; and what is there
 * belongs to a chat.
 */
final class EveryWish implements Checker.Rule {

    @Override
    public Stream<Finding> judge(Facts facts) {
        var subjects = Subject.of(facts).collect(Collectors.groupingBy(Subject::chat));
        var assignments = facts.by(Fact.Assignment.class, Fact.Assignment::chat);
        var chats =
                facts.of(Fact.Chat.class)
                        .collect(Collectors.toMap(Fact.Chat::id, chat -> chat, (one, _) -> one));
        return Stream.of(
                        wishes(facts, wish -> subject(wish, of(subjects, wish.chat()))),
                        wishes(
                                facts,
                                wish -> assignment(wish, chats, of(assignments, wish.chat()))),
                        assignments.keySet().stream()
                                .filter(chat -> !chats.containsKey(chat))
                                .map(chat ->
                                        new Finding(CONTRADICTED, "assignment of no chat", chat)))
                .flatMap(findings -> findings);
    }

    private interface Judge {
        Optional<Finding> judge(Fact.Acknowledged wish);
    }

    private static Stream<Finding> wishes(Facts facts, Judge judge) {
        return facts.by(Fact.Acknowledged.class, Fact.Acknowledged::chat).values().stream()
                .flatMap(told -> judge.judge(told.getFirst()).stream());
    }

    private static <T> List<T> of(Map<String, List<T>> found, String chat) {
        return found.getOrDefault(chat, List.of());
    }

    private static Optional<Finding> subject(Fact.Acknowledged wish, List<Subject> subjects) {
        var media = subjects.stream().map(subject -> subject.delivery().medium()).toList();
        var wanted = wish.medium().equals("none") ? List.<String>of() : List.of(wish.medium());
        if (media.equals(wanted)) {
            return Optional.empty();
        }
        return found(
                media.size() < wanted.size() ? LOST : DUPLICATED,
                "asked for %s, there is %s".formatted(wanted, media),
                wish);
    }

    private static Optional<Finding> assignment(
            Fact.Acknowledged wish, Map<String, Fact.Chat> chats, List<Fact.Assignment> found) {
        if (found.size() > 1) {
            return found(DUPLICATED, "several assignments", wish);
        }
        var chat = chats.get(wish.chat());
        if (chat == null || chat.assignmentStatus().equals("pending")) {
            return Optional.empty();
        }
        boolean active = chat.assignmentStatus().equals("active");
        if (wish.assigned() && (!active || found.isEmpty())) {
            return found(LOST, "no active assignment", wish);
        }
        return wish.assigned() || (!active && found.isEmpty())
                ? Optional.empty()
                : found(CONTRADICTED, "assigned, and nobody had asked", wish);
    }

    private static Optional<Finding> found(Finding.Kind kind, String what, Fact.Acknowledged wish) {
        return Optional.of(new Finding(kind, what, wish.chat()));
    }
}
