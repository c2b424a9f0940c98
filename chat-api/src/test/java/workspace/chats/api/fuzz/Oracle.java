package workspace.chats.api.fuzz;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** What no answer may be, whatever was asked. */
final class Oracle {

    static final Duration SLOW = Duration.ofSeconds(5);

    /** How a stack trace, a class, or somebody's SQL looks. */
    private static final Pattern INSIDES =
            Pattern.compile(
                    "Exception|\\bat [a-z][\\w.]+\\(|\\b(java|jakarta|org|com|tools)\\.[a-z]+\\.|workspace\\.chats"
                            + "|[Tt]omcat|[Jj]ackson|[Hh]ibernate|[Pp]ostgres|\\bSQL\\b|<html");

    private Oracle() {}

    /** The first complaint; what is said begins with its kind. */
    static Optional<String> complaint(Reply reply) {
        if (reply.status() >= 500) {
            return Optional.of("fails: " + reply.status());
        }
        if (reply.flaw() != null) {
            return Optional.of("breaks the contract: " + reply.flaw());
        }
        if (reply.status() >= 300 && Canary.isIn(reply.whole())) {
            return Optional.of("echoes: " + reply.whole());
        }
        if (Canary.isIn(reply.head())) {
            return Optional.of("echoes in a header: " + reply.head());
        }
        if (reply.status() >= 300 && INSIDES.matcher(reply.whole()).find()) {
            return Optional.of("shows its insides: " + reply.whole());
        }
        return reply.took().compareTo(SLOW) > 0
                ? Optional.of("is slow: " + reply.took())
                : Optional.empty();
    }
}
