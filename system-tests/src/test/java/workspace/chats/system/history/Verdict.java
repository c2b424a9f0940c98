package workspace.chats.system.history;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the judge says. */
public record Verdict(Facts facts, List<Finding> findings) {

    private static final int SHOWN = 20;

    public Verdict {
        findings = List.copyOf(findings);
    }

    public boolean isGood() {
        return findings.isEmpty();
    }

    public long count(Finding.Kind kind) {
        return findings.stream().filter(finding -> finding.kind() == kind).count();
    }

    /** How much was judged, the counts of all kinds, and the first findings. */
    public String print() {
        var lines =
                Stream.concat(
                        Stream.of(Stream.of(scale(), outcomes()), measured(), Stream.of(counts()))
                                .flatMap(said -> said),
                        findings.stream().limit(SHOWN).map(finding -> "  " + finding));
        return lines.collect(joining("\n"));
    }

    /** Such as "lost 0, duplicated 0, reordered 0, unanswered 0, contradicted 0". */
    public String counts() {
        return Arrays.stream(Finding.Kind.values())
                .map(kind -> word(kind) + " " + count(kind))
                .collect(joining(", "));
    }

    private String scale() {
        return """
        %d chats acknowledged after %d requests, %d changed after %d, %d events, %d received, %d disturbances\
        """
                .formatted(
                        facts.count(Fact.Acknowledged.class),
                        facts.of(Fact.Acknowledged.class)
                                .mapToLong(Fact.Acknowledged::requests)
                                .sum(),
                        facts.count(Fact.Changed.class),
                        facts.of(Fact.Changed.class).mapToLong(Fact.Changed::requests).sum(),
                        facts.count(Fact.Published.class),
                        facts.count(Fact.Received.class),
                        facts.count(Fact.Disturbed.class));
    }

    private String outcomes() {
        Map<String, Long> outcomes =
                Subject.of(facts)
                        .map(subject -> (subject.status() + " " + subject.reason()).strip())
                        .collect(groupingBy(outcome -> outcome, TreeMap::new, counting()));
        return "messages and calls: "
                + outcomes.entrySet().stream()
                        .map(outcome -> outcome.getValue() + " " + outcome.getKey())
                        .collect(joining(", "));
    }

    private Stream<String> measured() {
        var times =
                facts.of(Fact.Measured.class)
                        .map(measure ->
                                "%s after %.1f s"
                                        .formatted(measure.what(), measure.millis() / 1000.0));
        var counts =
                facts.by(Fact.Counted.class, Fact.Counted::what).entrySet().stream()
                        .map(counted ->
                                counted.getKey()
                                        + ": "
                                        + counted.getValue().stream()
                                                .mapToLong(Fact.Counted::many)
                                                .sum());
        var drawn =
                facts.of(Fact.Drawn.class)
                        .map(draw ->
                                "%s %s: %d of %d"
                                        .formatted(
                                                draw.whose(),
                                                draw.fault(),
                                                draw.many(),
                                                draw.of()));
        return Stream.of(times, counts, drawn).flatMap(said -> said);
    }

    private static String word(Finding.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
