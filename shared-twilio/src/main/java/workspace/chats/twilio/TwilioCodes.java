package workspace.chats.twilio;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import workspace.chats.events.ReasonCode;

/**
 * What Twilio's bare numbers mean in our words: the table of {@code twilio-codes.json}. Twilio adds
 * numbers, so a number may well be missing here.
 */
public final class TwilioCodes {

    private final Map<Integer, ReasonCode> reasons;

    private TwilioCodes(Map<Integer, ReasonCode> reasons) {
        this.reasons = reasons;
    }

    /** The table as it was built into this jar. */
    public static TwilioCodes load() {
        return new TwilioCodes(
                Arrays.stream(rows())
                        .collect(toUnmodifiableMap(Row::code, row -> ReasonCode.of(row.reason()))));
    }

    /** The reason for that number, or nothing when the table does not list it. */
    public Optional<ReasonCode> reason(int code) {
        return Optional.ofNullable(reasons.get(code));
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
