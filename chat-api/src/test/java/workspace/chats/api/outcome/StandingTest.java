package workspace.chats.api.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static workspace.chats.events.ReasonCode.CALL_BUSY;
import static workspace.chats.events.ReasonCode.CALL_CANCELED;
import static workspace.chats.events.ReasonCode.CALL_EXPIRED;
import static workspace.chats.events.ReasonCode.CALL_NO_ANSWER;
import static workspace.chats.events.ReasonCode.MESSAGE_EXPIRED;
import static workspace.chats.events.ReasonCode.OUTCOME_UNKNOWN;
import static workspace.chats.events.ReasonCode.RECIPIENT_INVALID;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import workspace.chats.events.ReasonCode;

/** Every standing (left) against every report (above): {@code >} moves, {@code =} stays. */
@NullMarked
class StandingTest {

    private static final String MESSAGES =
            """
            .               pending deferred expired unknown outcome_unknown accepted failed never_sent delivered
            pending         =       >        >       >       >               >        >      >          >
            deferred        =       =        >       >       >               >        >      >          >
            expired         =       =        =       >       >               >        >      >          >
            unknown         =       =        =       =       >               >        >      >          >
            outcome_unknown =       =        =       =       =               >        >      >          >
            accepted        =       =        =       =       =               =        >      >          >
            failed          =       =        =       =       =               =        =      =          >
            never_sent      =       =        =       =       =               =        =      =          >
            delivered       =       =        =       =       =               =        =      =          =
            none            =       =        =       =       =               =        =      =          =
            """;

    private static final String CALLS =
            """
            .               pending call_expired unknown outcome_unknown accepted ringing answered completed busy no_answer failed canceled
            pending         =       >            >       >               >        >       >        >         >    >         >      >
            call_expired    =       =            >       >               >        >       >        >         >    >         >      >
            unknown         =       =            =       >               >        >       >        >         >    >         >      >
            outcome_unknown =       =            =       =               >        >       >        >         >    >         >      >
            accepted        =       =            =       =               =        >       >        >         >    >         >      >
            ringing         =       =            =       =               =        =       >        >         >    >         >      >
            answered        =       =            =       =               =        =       =        >         >    >         >      >
            completed       =       =            =       =               =        =       =        =         >    >         >      >
            busy            =       =            =       =               =        =       =        =         =    >         >      >
            no_answer       =       =            =       =               =        =       =        =         =    =         >      >
            failed          =       =            =       =               =        =       =        =         =    =         =      >
            canceled        =       =            =       =               =        =       =        =         =    =         =      =
            """;

    static Stream<Arguments> pairs() {
        return Stream.concat(table(MESSAGES), table(CALLS));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void movesUpOnly(String stands, String reported, boolean moves) {
        var before = standing(1, stands);
        var report = standing(1, reported);

        assertThat(before.after(report)).isEqualTo(moves ? report : before);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void changesNothing_whenToldTwice(String stands, String reported, boolean moves) {
        var once = standing(1, stands).after(standing(1, reported));

        assertThat(once.after(standing(1, reported))).isSameAs(once);
        assertThat(once.after(standing(1, stands))).isSameAs(once);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void neverListensToAnOlderAttempt(String stands, String reported, boolean moves) {
        var before = standing(2, stands);

        assertThat(before.after(standing(1, reported))).isSameAs(before);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void alwaysListensToANewerAttempt(String stands, String reported, boolean moves) {
        var before = standing(1, stands);
        var report = standing(2, reported);

        assertThat(before.after(report)).isEqualTo(stands.equals("none") ? before : report);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void endsTheSame_inWhateverOrderTwoReportsCome(String one, String other, boolean moves) {
        var pending = standing(1, "pending");
        var first = standing(1, one);
        var second = standing(1, other);

        if (first.rank() != second.rank()) {
            assertThat(pending.after(first).after(second).status())
                    .isEqualTo(pending.after(second).after(first).status());
        }
    }

    @Test
    void isJudgedInEveryStatus() {
        var judged = pairs().map(pair -> standing(1, (String) pair.get()[0]).status());

        assertThat(judged.distinct()).containsExactlyInAnyOrder(Status.values());
    }

    @Test
    void staysSimulated_whenALaterReportDoesNotSayIt() {
        var accepted = standing(1, "pending").after(Standing.accepted(1, true));

        assertThat(accepted.after(standing(1, "delivered")).simulated()).isTrue();
        assertThat(accepted.after(standing(2, "delivered")).simulated()).isFalse();
    }

    @Test
    void isAnErrorOnlyWhenFailed() {
        var errors =
                pairs().map(pair -> standing(1, (String) pair.get()[1])).filter(Standing::error);

        assertThat(errors.map(Standing::status).distinct()).containsExactly(Status.FAILED);
    }

    @Test
    void endsAWait_unlessPendingOrUnknown() {
        assertThat(Stream.of(Status.values()).filter(status -> !status.settled()))
                .containsExactly(Status.PENDING, Status.UNKNOWN);
    }

    @Test
    void isGivenUpAsExpired_orAsUnknown() {
        assertThat(standing(3, "pending").givenUp(MESSAGE_EXPIRED))
                .isEqualTo(Standing.failed(3, MESSAGE_EXPIRED, null));
        assertThat(standing(3, "deferred").givenUp(MESSAGE_EXPIRED))
                .isEqualTo(Standing.failed(3, MESSAGE_EXPIRED, null));
        assertThat(standing(3, "unknown").givenUp(CALL_EXPIRED))
                .isEqualTo(Standing.failed(3, OUTCOME_UNKNOWN, null));
    }

    private static Standing standing(int attempt, String name) {
        return switch (name) {
            case "expired" -> Standing.failed(attempt, MESSAGE_EXPIRED, null);
            case "never_sent" -> Standing.failed(attempt, MESSAGE_EXPIRED, "30036");
            case "call_expired" -> Standing.failed(attempt, CALL_EXPIRED, null);
            case "outcome_unknown" -> Standing.failed(attempt, OUTCOME_UNKNOWN, null);
            case "failed" -> Standing.failed(attempt, RECIPIENT_INVALID, "21211");
            case "busy" -> ended(attempt, Status.BUSY, CALL_BUSY);
            case "no_answer" -> ended(attempt, Status.NO_ANSWER, CALL_NO_ANSWER);
            case "canceled" -> ended(attempt, Status.CANCELED, CALL_CANCELED);
            default -> Standing.of(attempt, Status.of(name));
        };
    }

    private static Standing ended(int attempt, Status status, ReasonCode reason) {
        return new Standing(attempt, status, reason, null, false);
    }

    private static Stream<Arguments> table(String table) {
        var lines = table.lines().map(line -> line.split(" +")).toList();
        return lines.stream().skip(1).flatMap(row -> cells(lines.getFirst(), row));
    }

    private static Stream<Arguments> cells(String[] columns, String[] row) {
        return IntStream.range(1, columns.length)
                .mapToObj(i -> Arguments.of(row[0], columns[i], row[i].equals(">")));
    }
}
