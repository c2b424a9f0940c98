package workspace.chats.system.history;

import static workspace.chats.system.history.Finding.Kind.DUPLICATED;
import static workspace.chats.system.history.Finding.Kind.LOST;
import static workspace.chats.system.history.Finding.Kind.REORDERED;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every chat has one event of its creation, no event tells of a chat that is not there, none is
 * stuck, and what is told of one thing is first told in its order. The same event may come again.
 */
final class EveryEventInOrder implements Checker.Rule {

    private static final Comparator<Fact.Published> BY_PLACE =
            Comparator.comparing(Fact.Published::topic)
                    .thenComparingInt(Fact.Published::partition)
                    .thenComparingLong(Fact.Published::offset);
    private static final String CREATED = "workspace.chats.ChatCreated.v1";
    private static final String UPDATED = "workspace.chats.ChatUpdated.v1";

    @Override
    public Stream<Finding> judge(Facts facts) {
        return Stream.of(
                        creations(facts),
                        changes(facts),
                        strangers(facts),
                        stuck(facts),
                        order(facts),
                        partitions(facts),
                        dead(facts))
                .flatMap(findings -> findings);
    }

    private static Stream<Finding> creations(Facts facts) {
        Map<String, Long> told =
                facts.of(Fact.Published.class)
                        .filter(event -> event.type().equals(CREATED))
                        .collect(
                                Collectors.groupingBy(
                                        Fact.Published::chat,
                                        Collectors.collectingAndThen(
                                                Collectors.mapping(
                                                        Fact.Published::event, Collectors.toSet()),
                                                events -> (long) events.size())));
        return facts.of(Fact.Chat.class)
                .filter(chat -> told.getOrDefault(chat.id(), 0L) != 1)
                .map(chat ->
                        told.containsKey(chat.id())
                                ? new Finding(DUPLICATED, "several ChatCreated", chat.id())
                                : new Finding(LOST, "no ChatCreated", chat.id()));
    }

    /** Whoever was told of his change can read of it after the creation. */
    private static Stream<Finding> changes(Facts facts) {
        Map<String, Long> told =
                facts.of(Fact.Published.class)
                        .filter(event -> event.type().equals(UPDATED))
                        .collect(
                                Collectors.groupingBy(Fact.Published::chat, Collectors.counting()));
        return facts.of(Fact.Changed.class)
                .filter(change -> !told.containsKey(change.chat()))
                .map(change -> new Finding(LOST, "no ChatUpdated", change.chat()));
    }

    private static Stream<Finding> strangers(Facts facts) {
        var chats = facts.of(Fact.Chat.class).map(Fact.Chat::id).collect(Collectors.toSet());
        return facts.of(Fact.Published.class)
                .map(Fact.Published::chat)
                .distinct()
                .filter(chat -> !chats.contains(chat))
                .map(chat -> new Finding(LOST, "event of a chat that is not there", chat));
    }

    private static Stream<Finding> stuck(Facts facts) {
        return facts.of(Fact.Unsent.class)
                .map(row ->
                        new Finding(LOST, "stuck in the outbox of " + row.service(), row.event()));
    }

    private static Stream<Finding> dead(Facts facts) {
        return facts.of(Fact.DeadLetter.class)
                .map(letter ->
                        new Finding(
                                LOST,
                                "on " + letter.topic() + ": " + letter.code(),
                                letter.event()));
    }

    private static Stream<Finding> order(Facts facts) {
        var known = new HashSet<String>();
        var highest = new HashMap<String, Long>();
        List<Finding> findings = new ArrayList<>();
        for (var event : facts.of(Fact.Published.class).sorted(BY_PLACE).toList()) {
            if (known.add(event.event()) && !isNext(event, highest)) {
                findings.add(new Finding(REORDERED, "on " + event.topic(), event.event()));
            }
        }
        return findings.stream();
    }

    /** Two events never have one number. */
    private static boolean isNext(Fact.Published event, Map<String, Long> highest) {
        var counted = event.topic() + " " + event.subject();
        long before = highest.getOrDefault(counted, 0L);
        highest.put(counted, Math.max(before, event.sequence()));
        return event.sequence() > before;
    }

    /** What lies on two partitions has no order. */
    private static Stream<Finding> partitions(Facts facts) {
        var places = facts.by(Fact.Published.class, event -> event.topic() + " " + event.chat());
        return places.values().stream()
                .filter(events ->
                        events.stream().map(Fact.Published::partition).distinct().count() > 1)
                .map(List::getFirst)
                .map(event ->
                        new Finding(REORDERED, "on partitions of " + event.topic(), event.chat()));
    }
}
