package workspace.chats.api.body;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import workspace.chats.api.problem.FieldProblems;
import workspace.chats.api.problem.Flaw;
import workspace.chats.api.problem.Problem;
import workspace.chats.api.problem.Refused;

/**
 * The parameters in a request's URL. Each is asked for by name, once; one that is absent or wrong
 * reads as null, and what is wrong is noted. {@link #refuseWrong()} ends the request with all of
 * it. Search words are personal data: never printed.
 */
public final class Parameters {

    private static final Map<String, Boolean> FLAGS = Map.of("true", true, "false", false);
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private final Map<String, String[]> values;
    private final FieldProblems problems = new FieldProblems();
    private final Set<String> asked = new HashSet<>();

    /** The parameters as a servlet request has them, decoded. */
    public Parameters(Map<String, String[]> values) {
        this.values = values;
    }

    public void refuse(String name, Flaw flaw) {
        problems.add(name, flaw);
    }

    /**
     * To be called when everything was asked for.
     *
     * @throws Refused 400 with all that is wrong, also every parameter that was not asked for
     */
    public void refuseWrong() {
        values.keySet().stream()
                .filter(name -> !asked.contains(name))
                .forEach(name -> refuse(FieldName.shown(name), Flaw.UNKNOWN_PARAMETER));
        if (!problems.isEmpty()) {
            throw new Refused(Problem.invalid(problems.toList()));
        }
    }

    public @Nullable UUID id(String name) {
        return read(name, text -> Uuids.parse(text).orElse(null), Flaw.MALFORMED_ID);
    }

    /** {@code true} or {@code false}, nothing else. */
    public @Nullable Boolean flag(String name) {
        return choice(name, FLAGS);
    }

    /** A whole number of that range, both ends included. */
    public @Nullable Integer whole(String name, int least, int most) {
        var number = read(name, Parameters::number, Flaw.MALFORMED_NUMBER);
        if (number == null) {
            return null;
        }
        if (number < least || number > most) {
            refuse(name, Flaw.OUT_OF_RANGE);
            return null;
        }
        return number.intValue();
    }

    /** One of the words that {@code choices} knows. */
    public <E> @Nullable E choice(String name, Map<String, E> choices) {
        return read(name, choices::get, Flaw.NOT_ALLOWED);
    }

    /** A word that keeps the rule; an empty one does not count as absent. */
    public @Nullable String word(String name, Predicate<String> rule) {
        return read(name, text -> rule.test(text) ? text : null, Flaw.NOT_ALLOWED);
    }

    /** At most so many characters; an empty text counts as absent, as of a search box. */
    public @Nullable String text(String name, int longest) {
        var text = value(name);
        if (text == null || text.isEmpty()) {
            return null;
        }
        if (!Texts.canBeKept(text)) {
            refuse(name, Flaw.MALFORMED_TEXT);
            return null;
        }
        if (Texts.isLongerThan(longest, text)) {
            refuse(name, Flaw.TOO_LONG);
            return null;
        }
        return text;
    }

    /** ISO 8601 with a zone, in the years 1 to 9999. */
    public @Nullable Instant instant(String name) {
        var instant = read(name, Parameters::instantIn, Flaw.MALFORMED_TIME);
        if (instant != null && (instant.isBefore(EARLIEST) || instant.isAfter(LATEST))) {
            refuse(name, Flaw.OUT_OF_RANGE);
            return null;
        }
        return instant;
    }

    private <T> @Nullable T read(
            String name, Function<String, @Nullable T> reader, Flaw otherwise) {
        var text = value(name);
        if (text == null) {
            return null;
        }
        var value = reader.apply(text);
        if (value == null) {
            refuse(name, otherwise);
        }
        return value;
    }

    private @Nullable String value(String name) {
        asked.add(name);
        var all = values.get(name);
        if (all == null || all.length == 0) {
            return null;
        }
        if (all.length > 1) {
            refuse(name, Flaw.DUPLICATE_PARAMETER);
            return null;
        }
        return all[0];
    }

    private static @Nullable Long number(String text) {
        return WHOLE.matcher(text).matches() ? Long.valueOf(text) : null;
    }

    private static @Nullable Instant instantIn(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException malformed) {
            return null;
        }
    }
}
