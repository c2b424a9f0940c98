package workspace.chats.system.history;

import static workspace.chats.system.history.Finding.Kind.UNANSWERED;

import java.util.stream.Stream;

/** A history without an end, of nothing, or without its faults, proves nothing. */
final class Whole implements Checker.Rule {

    @Override
    public Stream<Finding> judge(Facts facts) {
        if (facts.count(Fact.Acknowledged.class) == 0) {
            return Stream.of(new Finding(UNANSWERED, "no chat was ever acknowledged", "history"));
        }
        var missed =
                facts.of(Fact.Missed.class)
                        .map(fault ->
                                new Finding(
                                        UNANSWERED,
                                        "never happened: " + fault.how(),
                                        fault.whom()));
        return Stream.concat(missed, unrest(facts));
    }

    private static Stream<Finding> unrest(Facts facts) {
        var quiet = facts.of(Fact.Ended.class).anyMatch(Fact.Ended::quiet);
        return quiet
                ? Stream.empty()
                : Stream.of(new Finding(UNANSWERED, "it did not come to rest", "history"));
    }
}
