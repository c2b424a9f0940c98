package workspace.chats.api.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static workspace.chats.events.ReasonCode.DELIVERY_FAILED;
import static workspace.chats.events.ReasonCode.DISPATCH_FAILED;
import static workspace.chats.events.ReasonCode.MESSAGE_EXPIRED;
import static workspace.chats.events.ReasonCode.OUTCOME_UNKNOWN;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import workspace.chats.api.timeline.TimelineStep;
import workspace.chats.api.timeline.What;

@NullMarked
class ProgressTest {

    private static final Standing PENDING = Standing.of(1, Status.PENDING);
    private static final Standing ACCEPTED = Standing.accepted(1, false);
    private static final Standing DELIVERED = Standing.of(1, Status.DELIVERED);
    private static final Standing UNDELIVERED = Standing.failed(1, DELIVERY_FAILED, "30003");
    private static final Standing DOUBTFUL = Standing.failed(1, OUTCOME_UNKNOWN, null);

    private final UUID chat = new UUID(0, 1);
    private final SubjectRef message = new SubjectRef(new UUID(0, 9), chat, new UUID(0, 2));
    private final SubjectRef other = new SubjectRef(new UUID(0, 9), chat, new UUID(0, 3));

    @Test
    void countsEveryStepOnce() {
        var progress = from(PENDING, ACCEPTED, ACCEPTED, DELIVERED, ACCEPTED);

        assertThat(progress.steps()).hasSize(2);
        assertThat(progress.standings()).isEqualTo(Map.of(message, DELIVERED));
        assertThat(progress.chats()).containsExactly(new ChatChange(chat, 2, 0, false));
    }

    @Test
    void bringsNothing_whenEverythingIsOld() {
        var progress = from(DELIVERED, ACCEPTED, UNDELIVERED);

        assertThat(progress.nothingNew()).isTrue();
        assertThat(progress.chats()).isEmpty();
        assertThat(progress.settled()).isEmpty();
    }

    @Test
    void countsAFailureUpAndDown() {
        assertThat(from(ACCEPTED, UNDELIVERED).chats())
                .containsExactly(new ChatChange(chat, 1, 1, true));
        assertThat(from(DOUBTFUL, ACCEPTED).chats())
                .containsExactly(new ChatChange(chat, 1, -1, false));
        assertThat(from(DOUBTFUL, UNDELIVERED).chats())
                .containsExactly(new ChatChange(chat, 1, 0, false));
    }

    @Test
    void asksForAPerson_evenWhenTheErrorClearsInTheSameBatch() {
        assertThat(from(PENDING, DOUBTFUL, ACCEPTED).chats())
                .containsExactly(new ChatChange(chat, 2, 0, true));
    }

    @Test
    void asksAgain_whenTheNextAttemptFailsToo() {
        var again = Standing.failed(2, DISPATCH_FAILED, null);

        assertThat(from(UNDELIVERED, again).chats())
                .containsExactly(new ChatChange(chat, 1, 0, true));
    }

    @Test
    void addsUpWhatHappensToTwoMessagesOfAChat() {
        var standings = Map.of(message, PENDING, other, PENDING);
        var reports = List.of(new Report(message, UNDELIVERED), new Report(other, UNDELIVERED));

        assertThat(Progress.of(Kind.MESSAGE, standings, reports).chats())
                .containsExactly(new ChatChange(chat, 2, 2, true));
    }

    @Test
    void countsNoCallAmongTheMessages() {
        var failed = List.of(new Report(message, UNDELIVERED));

        assertThat(Progress.of(Kind.CALL, Map.of(message, PENDING), failed).chats())
                .containsExactly(new ChatChange(chat, 1, 0, true));
    }

    @Test
    void settlesWhatIsNeitherPendingNorUnknownAtTheEnd() {
        var standings = Map.of(message, PENDING, other, PENDING);
        var unknown = Standing.of(1, Status.UNKNOWN);
        var reports = List.of(new Report(message, unknown), new Report(other, ACCEPTED));

        assertThat(Progress.of(Kind.MESSAGE, standings, reports).settled()).containsExactly(other);
    }

    @Test
    void goesBackToTheAttemptBefore_whenTheNextIsNotMade() {
        var wished = Standing.of(2, Status.PENDING);
        var reports = List.of(new Report(message, PENDING, 2), new Report(message, ACCEPTED));

        var progress = Progress.of(Kind.MESSAGE, Map.of(message, wished), reports);

        assertThat(progress.standings()).isEqualTo(Map.of(message, ACCEPTED));
        assertThat(progress.timeline())
                .containsExactly(
                        TimelineStep.refused(chat, message.id(), 2),
                        TimelineStep.status(
                                What.MESSAGE_STATUS, chat, message.id(), 1, "accepted", null));
    }

    @Test
    void staysWithAnAttemptThatIsMade_whenAnOlderWishIsRefused() {
        var reports = List.of(new Report(message, PENDING, 2), new Report(message, ACCEPTED));
        var third = Standing.of(3, Status.PENDING);

        assertThat(Progress.of(Kind.MESSAGE, Map.of(message, third), reports).nothingNew())
                .isTrue();
    }

    @Test
    void staysWithAnAttemptThatWasMade_whenItsRefusalComesLate() {
        var refusal = List.of(new Report(message, PENDING, 2));
        var made =
                Stream.of(
                        Standing.of(2, Status.UNKNOWN),
                        Standing.failed(2, OUTCOME_UNKNOWN, null),
                        Standing.accepted(2, false),
                        Standing.failed(2, DISPATCH_FAILED, null),
                        Standing.of(2, Status.DELIVERED));

        assertThat(made.map(stands -> Map.of(message, stands)))
                .allMatch(now -> Progress.of(Kind.MESSAGE, now, refusal).nothingNew());
    }

    @Test
    void goesBack_whenTheAttemptThatIsNotMadeWasGivenUpBefore() {
        var refusal = List.of(new Report(message, ACCEPTED, 2));
        var givenUp = Standing.failed(2, MESSAGE_EXPIRED, null);

        assertThat(Progress.of(Kind.MESSAGE, Map.of(message, givenUp), refusal).standings())
                .isEqualTo(Map.of(message, ACCEPTED));
    }

    private Progress from(Standing now, Standing... reported) {
        var reports = Stream.of(reported).map(said -> new Report(message, said)).toList();
        return Progress.of(Kind.MESSAGE, Map.of(message, now), reports);
    }
}
