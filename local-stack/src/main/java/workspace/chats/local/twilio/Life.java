package workspace.chats.local.twilio;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What becomes of an accepted thing by the passing of time alone, from the first step on. */
record Life(List<Step> steps) {

    static final Life OF_A_MESSAGE =
            of(step("queued", 0), step("sent", 100), step("delivered", 1_000));

    static final Life OF_A_CALL =
            of(
                    step("queued", 0),
                    step("ringing", 300),
                    step("in-progress", 1_500),
                    step("completed", 5_000));

    private static final DateTimeFormatter RFC_2822 =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    record Step(String status, Duration after) {}

    /** The step that {@code item} has reached. */
    Step of(Item item, Instant now) {
        var age = Duration.between(accepted(item), now);
        return steps.reversed().stream()
                .filter(step -> step.after().compareTo(age) <= 0)
                .findFirst()
                .orElse(steps.getFirst());
    }

    /** When {@code item} reached {@code status}; empty if that is still to come. */
    Optional<Instant> when(String status, Item item, Instant now) {
        return steps.stream()
                .filter(step -> step.status().equals(status))
                .map(step -> accepted(item).plus(step.after()))
                .filter(moment -> !moment.isAfter(now))
                .findFirst();
    }

    static Instant accepted(Item item) {
        return Instant.ofEpochMilli(item.at());
    }

    static String date(Instant moment) {
        return RFC_2822.format(moment);
    }

    static @Nullable String date(Optional<Instant> moment) {
        return moment.map(Life::date).orElse(null);
    }

    private static Life of(Step... steps) {
        return new Life(List.of(steps));
    }

    private static Step step(String status, long afterMillis) {
        return new Step(status, Duration.ofMillis(afterMillis));
    }
}
