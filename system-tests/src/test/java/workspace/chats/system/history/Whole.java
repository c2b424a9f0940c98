package workspace.chats.system.history;

import static workspace.chats.system.history.Finding.Kind.UNANSWERED;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A history without an end, without all its clients, or without its faults, proves nothing. */
final class Whole implements Checker.Rule {

    @Override
    public Stream<Finding> judge(Facts facts) {
        return Stream.of(
                        facts.of(Fact.Began.class)
                                .findFirst()
                                .map(began -> course(began, facts))
                                .orElseGet(() -> Stream.of(whole("it did not begin"))),
                        broken(facts),
                        missed(facts),
                        unrest(facts))
                .flatMap(findings -> findings);
    }

    private static Stream<Finding> course(Fact.Began began, Facts facts) {
        var rounds = facts.of(Fact.Round.class).map(Fact.Round::number).collect(Collectors.toSet());
        var heard = heard(facts);
        return Stream.of(
                        absent(1, began.rounds(), rounds, "round"),
                        absent(0, began.rounds() * began.clients() - 1, heard, "client"),
                        facts.count(Fact.Disturbed.class) < began.rounds()
                                ? Stream.of(whole("fewer faults than rounds"))
                                : Stream.<Finding>empty())
                .flatMap(findings -> findings);
    }

    private static Set<Integer> heard(Facts facts) {
        var heard = new HashSet<Integer>();
        facts.of(Fact.Changed.class).forEach(client -> heard.add(client.number()));
        facts.of(Fact.GaveUp.class).forEach(client -> heard.add(client.number()));
        facts.of(Fact.BrokeOff.class).forEach(client -> heard.add(client.number()));
        return heard;
    }

    private static Stream<Finding> absent(int first, int last, Set<Integer> there, String what) {
        return IntStream.rangeClosed(first, last)
                .filter(number -> !there.contains(number))
                .mapToObj(number ->
                        new Finding(UNANSWERED, "nobody heard of it", what + " " + number));
    }

    private static Stream<Finding> broken(Facts facts) {
        return facts.of(Fact.BrokeOff.class)
                .map(client -> new Finding(UNANSWERED, client.what(), client.key()));
    }

    private static Stream<Finding> missed(Facts facts) {
        return facts.of(Fact.Missed.class)
                .map(fault ->
                        new Finding(UNANSWERED, "never happened: " + fault.how(), fault.whom()));
    }

    private static Stream<Finding> unrest(Facts facts) {
        var quiet = facts.of(Fact.Ended.class).anyMatch(Fact.Ended::quiet);
        return quiet ? Stream.empty() : Stream.of(whole("it did not come to rest"));
    }

    private static Finding whole(String what) {
        return new Finding(UNANSWERED, what, "history");
    }
}
