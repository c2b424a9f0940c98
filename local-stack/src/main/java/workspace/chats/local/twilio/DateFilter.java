package workspace.chats.local.twilio;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;
import workspace.chats.local.peer.Params;

/**
 * The three date parameters of a list: {@code name} (on), {@code name<} (on or before) and {@code
 * name>} (on or after; in an address {@code name>=value}). A value is a day or a second, UTC.
 */
record DateFilter(String name) {

    private record Period(Instant start, Instant end) {}

    Optional<Refusal> refusal(Params query) {
        return Stream.of(name, name + "<", name + ">")
                .flatMap(parameter -> query.value(parameter).stream())
                .filter(value -> parse(value).isEmpty())
                .map(value -> Refusal.badRequest(20001, "'%s' is not a date.".formatted(value)))
                .findFirst();
    }

    /** Whether {@code moment} is asked for; a missing one only if no date is. */
    boolean admits(Params query, Optional<Instant> moment) {
        return period(query, "").allMatch(on -> isBefore(moment, on.end()) && isSince(moment, on))
                && period(query, "<").allMatch(until -> isBefore(moment, until.end()))
                && period(query, ">").allMatch(from -> isSince(moment, from));
    }

    private Stream<Period> period(Params query, String suffix) {
        return query.value(name + suffix).flatMap(DateFilter::parse).stream();
    }

    private static boolean isBefore(Optional<Instant> moment, Instant end) {
        return moment.filter(at -> at.isBefore(end)).isPresent();
    }

    private static boolean isSince(Optional<Instant> moment, Period period) {
        return moment.filter(at -> !at.isBefore(period.start())).isPresent();
    }

    private static Optional<Period> parse(String value) {
        try {
            return Optional.of(value.length() == 10 ? day(value) : second(value));
        } catch (DateTimeParseException malformed) {
            return Optional.empty();
        }
    }

    private static Period day(String value) {
        var start = LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant();
        return new Period(start, start.plus(Duration.ofDays(1)));
    }

    private static Period second(String value) {
        var local = value.endsWith("Z") ? value.substring(0, value.length() - 1) : value;
        var start = LocalDateTime.parse(local).toInstant(ZoneOffset.UTC);
        var second = start.truncatedTo(ChronoUnit.SECONDS);
        return new Period(second, second.plusSeconds(1));
    }
}
