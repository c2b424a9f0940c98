package workspace.chats.system.history;

import static workspace.chats.system.history.Finding.Kind.CONTRADICTED;

import java.util.Set;
import java.util.stream.Stream;

/**
 * How things may end where no provider refuses anything: accepted, with an end that nobody knows,
 * or as the run wants it.
 *
 * @param unclear of a hundred messages and calls, at most so many have an end that nobody knows
 * @param reasons of failures that belong to the run
 */
public record Outcomes(int unclear, Set<String> reasons) implements Checker.Rule {

    private static final String UNKNOWN = "outcome_unknown";

    public Outcomes {
        reasons = Set.copyOf(reasons);
    }

    @Override
    public Stream<Finding> judge(Facts facts) {
        var failed =
                Subject.of(facts).filter(subject -> subject.status().equals("failed")).toList();
        var unasked =
                failed.stream()
                        .filter(subject -> !subject.reason().isEmpty())
                        .filter(subject -> !subject.reason().equals(UNKNOWN))
                        .filter(subject -> !reasons.contains(subject.reason()))
                        .map(subject ->
                                new Finding(
                                        CONTRADICTED,
                                        "nobody refused it: " + subject.reason(),
                                        subject.id()));
        return Stream.concat(
                unasked,
                tooMany(
                        failed.stream().filter(subject -> subject.reason().equals(UNKNOWN)).count(),
                        Subject.of(facts).count()));
    }

    /** One is never too many. */
    private Stream<Finding> tooMany(long unknown, long all) {
        return unknown > 1 && unknown * 100 > unclear * all
                ? Stream.of(
                        new Finding(
                                CONTRADICTED,
                                "of %d, %d have an unknown end".formatted(all, unknown),
                                "history"))
                : Stream.empty();
    }
}
