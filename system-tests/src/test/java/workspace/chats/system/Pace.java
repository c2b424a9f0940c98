package workspace.chats.system;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How fast numbers sent texts: by the provider's journal, which notes when it had read a request,
 * or by the log of those who sent, which tells at level debug when one was written.
 *
 * @param bySender for each number the times between one text and the next, in milliseconds
 */
record Pace(Collection<List<Long>> bySender) {

    private static final Pattern WRITTEN = Pattern.compile("^(\\S+) .* written to lane (\\S+)$");

    /** Of the texts that begin like this. */
    static Pace of(Phones phones, String round) {
        var times =
                phones.journal()
                        .path("messages")
                        .valueStream()
                        .filter(text -> text.path("body").asString("").startsWith(round))
                        .collect(
                                groupingBy(
                                        text -> text.path("from").asString(""),
                                        mapping(
                                                text -> text.path("at").asLong(),
                                                collectingAndThen(toList(), Pace::gaps))));
        return new Pace(times.values());
    }

    /** All that these instances have sent. */
    static Pace asWritten(Collection<Path> logs) {
        var times =
                logs.stream()
                        .flatMap(Pace::lines)
                        .map(WRITTEN::matcher)
                        .filter(Matcher::find)
                        .collect(
                                groupingBy(
                                        line -> line.group(2),
                                        mapping(
                                                line -> at(line.group(1)),
                                                collectingAndThen(toList(), Pace::gaps))));
        return new Pace(times.values());
    }

    private static long at(String time) {
        return OffsetDateTime.parse(time).toInstant().toEpochMilli();
    }

    private static Stream<String> lines(Path log) {
        try {
            return Files.readAllLines(log).stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    int texts() {
        return bySender.stream().mapToInt(gaps -> gaps.size() + 1).sum();
    }

    Duration shortestGap() {
        return Duration.ofMillis(
                bySender.stream().flatMap(List::stream).mapToLong(gap -> gap).min().orElseThrow());
    }

    /** The share of their seconds in which they sent a text, restarts included. */
    double used() {
        return bySender.stream().mapToDouble(Pace::used).average().orElseThrow();
    }

    double leastUsed() {
        return bySender.stream().mapToDouble(Pace::used).min().orElseThrow();
    }

    private static double used(List<Long> gaps) {
        return 1_000.0 * gaps.size() / gaps.stream().mapToLong(gap -> gap).sum();
    }

    private static List<Long> gaps(List<Long> unordered) {
        var times = unordered.stream().sorted().toList();
        return IntStream.range(1, times.size())
                .mapToObj(i -> times.get(i) - times.get(i - 1))
                .toList();
    }
}
