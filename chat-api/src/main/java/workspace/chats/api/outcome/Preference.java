package workspace.chats.api.outcome;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How long a caller would wait for an outcome (RFC 7240).
 *
 * @param applied what to say in {@code Preference-Applied}; empty when he has no preference
 */
public record Preference(Duration waitAtMost, Optional<String> applied) {

    private static final Pattern WAIT = Pattern.compile("wait\\s*=\\s*\"?(\\d{1,9})\"?");
    private static final int LONGEST = 10;

    /**
     * {@code wait=N} wins over {@code respond-async}; the first of several counts, a longer wait is
     * cut, and nonsense is ignored.
     */
    public static Preference of(List<String> headers, Duration otherwise) {
        return preferences(headers)
                .flatMap(preference -> seconds(preference).stream())
                .findFirst()
                .map(s -> new Preference(Duration.ofSeconds(s), Optional.of("wait=" + s)))
                .or(() -> async(headers))
                .orElseGet(() -> new Preference(otherwise, Optional.empty()));
    }

    private static Optional<Preference> async(List<String> headers) {
        return preferences(headers)
                .filter("respond-async"::equals)
                .findFirst()
                .map(applied -> new Preference(Duration.ZERO, Optional.of(applied)));
    }

    private static Stream<String> preferences(List<String> headers) {
        return headers.stream()
                .flatMap(header -> Stream.of(header.split(",", -1)))
                .map(preference -> preference.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
    }

    private static Optional<Integer> seconds(String preference) {
        var matcher = WAIT.matcher(preference);
        return matcher.matches()
                ? Optional.of(Math.min(Integer.parseInt(matcher.group(1)), LONGEST))
                : Optional.empty();
    }
}
