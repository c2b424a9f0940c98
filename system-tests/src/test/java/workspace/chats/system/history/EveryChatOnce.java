package workspace.chats.system.history;

import static workspace.chats.system.history.Finding.Kind.DUPLICATED;
import static workspace.chats.system.history.Finding.Kind.LOST;
import static workspace.chats.system.history.Finding.Kind.UNANSWERED;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who was told of a chat finds it, and one key has made one chat. */
final class EveryChatOnce implements Checker.Rule {

    @Override
    public Stream<Finding> judge(Facts facts) {
        var chats = facts.by(Fact.Chat.class, Fact.Chat::id);
        return Stream.of(
                        acknowledgedAreThere(facts, chats.keySet()),
                        oneChatForEachKey(facts),
                        oneAnswerForEachKey(facts),
                        assignmentsAreThere(facts),
                        everybodyWasAnswered(facts))
                .flatMap(findings -> findings);
    }

    private static Stream<Finding> acknowledgedAreThere(Facts facts, Set<String> chats) {
        return facts.of(Fact.Acknowledged.class)
                .filter(told -> !chats.contains(told.chat()))
                .map(told -> new Finding(LOST, "acknowledged chat is not there", told.chat()));
    }

    private static Stream<Finding> oneChatForEachKey(Facts facts) {
        return several(facts.by(Fact.Chat.class, Fact.Chat::title))
                .map(key -> new Finding(DUPLICATED, "several chats of one key", key));
    }

    private static Stream<Finding> oneAnswerForEachKey(Facts facts) {
        return facts.by(Fact.Acknowledged.class, Fact.Acknowledged::key).entrySet().stream()
                .filter(told ->
                        told.getValue().stream().map(Fact.Acknowledged::chat).distinct().count()
                                > 1)
                .map(told ->
                        new Finding(DUPLICATED, "one key was told of two chats", told.getKey()));
    }

    private static Stream<Finding> assignmentsAreThere(Facts facts) {
        var assigned = facts.by(Fact.Assignment.class, Fact.Assignment::chat);
        var lost =
                facts.of(Fact.Chat.class)
                        .filter(chat -> chat.assignmentStatus().equals("active"))
                        .filter(chat -> !assigned.containsKey(chat.id()))
                        .map(chat ->
                                new Finding(LOST, "active assignment is not there", chat.id()));
        var twice =
                several(assigned).map(chat -> new Finding(DUPLICATED, "several assignments", chat));
        return Stream.concat(lost, twice);
    }

    private static Stream<Finding> everybodyWasAnswered(Facts facts) {
        var answered =
                facts.of(Fact.Acknowledged.class)
                        .map(Fact.Acknowledged::key)
                        .collect(Collectors.toSet());
        return facts.of(Fact.GaveUp.class)
                .filter(asked -> !answered.contains(asked.key()))
                .map(asked ->
                        new Finding(
                                UNANSWERED,
                                "no repetition helped, last status " + asked.status(),
                                asked.key()));
    }

    private static <T> Stream<String> several(Map<String, List<T>> found) {
        return found.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(Map.Entry::getKey);
    }
}
