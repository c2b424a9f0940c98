package workspace.chats.system.history;

import static workspace.chats.system.history.Finding.Kind.DUPLICATED;
import static workspace.chats.system.history.Finding.Kind.LOST;
import static workspace.chats.system.history.Finding.Kind.UNANSWERED;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who was told of a chat finds it, and one key has made one chat. */
final class EveryChatOnce implements Checker.Rule {

    @Override
    public Stream<Finding> judge(Facts facts) {
        return Stream.of(
                        acknowledgedAreThere(facts),
                        oneChatForEachKey(facts),
                        oneAnswerForEachKey(facts),
                        everybodyWasAnswered(facts))
                .flatMap(findings -> findings);
    }

    /** Each with the title that its client gave: another's chat is no answer. */
    private static Stream<Finding> acknowledgedAreThere(Facts facts) {
        var chats = facts.of(Fact.Chat.class).collect(Collectors.groupingBy(Fact.Chat::id));
        return facts.of(Fact.Acknowledged.class)
                .filter(told ->
                        chats.getOrDefault(told.chat(), List.of()).stream()
                                .noneMatch(chat -> chat.title().equals(told.key())))
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

    private static Stream<Finding> everybodyWasAnswered(Facts facts) {
        return facts.of(Fact.GaveUp.class)
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
