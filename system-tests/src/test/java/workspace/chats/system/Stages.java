package workspace.chats.system;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Where the time of texts goes between their commit and the provider's door, in milliseconds: until
 * the dispatcher has planned them, until it has begun to send them, until they are there.
 */
record Stages(List<Text> texts) {

    /** Of the texts that begin like this. */
    static Stages of(RunningSystem system, String round) {
        var arrived = system.phones().arrivals(round);
        var begun = begun(system);
        return new Stages(
                created(system, round).stream()
                        .flatMap(text -> text(text, begun, arrived).stream())
                        .toList());
    }

    private static List<Created> created(RunningSystem system, String round) {
        return system.tables("chat-api")
                .rows(
                        "select id::text, text, extract(epoch from created_at) * 1000 from message where text like '"
                                + round
                                + "%'",
                        row -> new Created(row.getString(1), row.getString(2), row.getDouble(3)));
    }

    private static Map<String, Begun> begun(RunningSystem system) {
        return system
                .tables("channel-dispatcher")
                .rows(
                        "select subject_id::text, extract(epoch from created_at) * 1000,"
                                + " extract(epoch from submitted_at) * 1000 from effect where submitted_at is not null",
                        row -> new Begun(row.getString(1), row.getDouble(2), row.getDouble(3)))
                .stream()
                .collect(toMap(Begun::id, Function.identity(), (one, again) -> again));
    }

    private static Optional<Text> text(
            Created text, Map<String, Begun> begun, Map<String, Long> arrived) {
        var there = Optional.ofNullable(arrived.get(text.words));
        return Optional.ofNullable(begun.get(text.id))
                .flatMap(plan ->
                        there.map(at ->
                                new Text(
                                        plan.planned - text.at,
                                        plan.begun - plan.planned,
                                        at - plan.begun)));
    }

    @Override
    public String toString() {
        return Stream.of(
                        "planned after " + percentiles(Text::untilPlanned),
                        "begun after " + percentiles(Text::untilBegun),
                        "there after " + percentiles(Text::untilThere))
                .reduce((one, next) -> one + ", " + next)
                .orElseThrow();
    }

    private String percentiles(ToDoubleFunction<Text> stage) {
        var waits = Waits.of(texts.stream().mapToDouble(stage));
        return "p50 %.0f p90 %.0f p99 %.0f ms"
                .formatted(waits.at(0.5), waits.at(0.9), waits.at(0.99));
    }

    private record Created(String id, String words, double at) {}

    private record Begun(String id, double planned, double begun) {}

    /** Each from the one before. */
    record Text(double untilPlanned, double untilBegun, double untilThere) {}
}
