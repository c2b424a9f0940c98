package workspace.chats.twilio;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import workspace.chats.events.ReasonCode;

/**
 * What Twilio's bare numbers mean in our words: the table of {@code twilio-codes.json}. Twilio adds
 * numbers, so a number may well be missing here.
 */
public final class TwilioCodes {

    static final String UNLISTED = "workspace.twilio.codes.unlisted";
    static final String UNLISTED_STATUS = "workspace.twilio.statuses.unlisted";

    private final Map<Integer, ReasonCode> reasons;
    private final MeterRegistry meters;

    private TwilioCodes(Map<Integer, ReasonCode> reasons, MeterRegistry meters) {
        this.reasons = reasons;
        this.meters = meters;
    }

    /** The table as it was built into this jar. */
    public static TwilioCodes load(MeterRegistry meters) {
        return new TwilioCodes(
                Arrays.stream(rows())
                        .collect(toUnmodifiableMap(Row::code, row -> ReasonCode.of(row.reason()))),
                meters);
    }

    /** The reason for that number, or nothing when the table does not list it, which is counted. */
    public Optional<ReasonCode> reason(int code) {
        var reason = Optional.ofNullable(reasons.get(code));
        if (reason.isEmpty()) {
            meters.counter(UNLISTED, "code", String.valueOf(code)).increment();
        }
        return reason;
    }

    /**
     * Counts a status that is null because this version of Twilio's client has no word for it.
     *
     * @param of what has that status, such as {@code message}
     */
    public void seen(@Nullable Enum<?> status, String of) {
        if (status == null) {
            meters.counter(UNLISTED_STATUS, "of", of).increment();
        }
    }

    static Row[] rows() {
        var json =
                JsonMapper.builder()
                        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .build();
        try (var table = TwilioCodes.class.getResourceAsStream("twilio-codes.json")) {
            return json.readValue(table, Row[].class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    record Row(int code, String reason) {}
}
