package workspace.chats.local.twilio;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import workspace.chats.local.peer.Params;

/** Checks that messages and calls have in common. A rule is a question to the form. */
final class Rules {

    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");
    private static final Set<String> METHODS = Set.of("GET", "POST");

    private Rules() {}

    /** The first objection that any of {@code rules} has. */
    static Optional<Refusal> firstOf(List<Function<Params, Optional<Refusal>>> rules, Params form) {
        return rules.stream().flatMap(rule -> rule.apply(form).stream()).findFirst();
    }

    static Function<Params, Optional<Refusal>> required(String name, int code) {
        return form ->
                refuse(!form.has(name), code, "A '%s' parameter is required.".formatted(name));
    }

    static Function<Params, Optional<Refusal>> number(String name, int code) {
        return checked(name, code, value -> E164.matcher(value).matches());
    }

    static Function<Params, Optional<Refusal>> address(String name, int code) {
        return checked(name, code, Rules::isWebAddress);
    }

    static Function<Params, Optional<Refusal>> method(String name) {
        return checked(name, 21209, METHODS::contains);
    }

    static Function<Params, Optional<Refusal>> within(String name, int least, int most, int code) {
        return checked(name, code, value -> isWithin(value, least, most));
    }

    static Function<Params, Optional<Refusal>> atMost(String name, int characters, int code) {
        return form ->
                refuse(
                        form.value(name).filter(text -> length(text) > characters).isPresent(),
                        code,
                        "'%s' is longer than %d characters.".formatted(name, characters));
    }

    static Optional<Refusal> refuse(boolean wrong, int code, String message) {
        return wrong ? Optional.of(Refusal.badRequest(code, message)) : Optional.empty();
    }

    private static Function<Params, Optional<Refusal>> checked(
            String name, int code, Predicate<String> valid) {
        return form ->
                form.value(name)
                        .filter(valid.negate())
                        .map(value ->
                                Refusal.badRequest(
                                        code, "'%s' is not a valid '%s'.".formatted(value, name)));
    }

    private static boolean isWebAddress(String value) {
        try {
            var address = new URI(value);
            return Set.of("http", "https").contains(String.valueOf(address.getScheme()))
                    && address.getHost() != null;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    private static boolean isWithin(String value, int least, int most) {
        return value.matches("\\d{1,6}")
                && Integer.parseInt(value) >= least
                && Integer.parseInt(value) <= most;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
