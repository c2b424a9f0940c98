package workspace.chats.system.faults;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import workspace.chats.system.Http;
import workspace.chats.system.history.Fact;
import workspace.chats.system.history.History;

/** Somebody who wants one chat and repeats the request with its key until he knows. */
record Client(Doors doors, String token, History history, Clock clock, Duration patience) {

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Set<Integer> COME_BACK = Set.of(409, 429, 500, 502, 503, 504);
    private static final int NOBODY_ANSWERED = 0;

    void insistsOn(int number, String key, String body) {
        long end = System.nanoTime() + patience.toNanos();
        for (int requests = 1; ; requests++) {
            var status = asks(number, key, body, requests);
            if (status.isEmpty()) {
                return;
            }
            if (!mayComeBack(status.getAsInt()) || System.nanoTime() > end) {
                history.add(new Fact.GaveUp(number, key, status.getAsInt(), clock.millis()));
                return;
            }
            Patience.pause(PAUSE);
        }
    }

    /** Nothing when he has his answer, else the status, 0 when nobody answered. */
    private OptionalInt asks(int number, String key, String body, int requests) {
        var door = doors.door(number + requests);
        try {
            var reply = Http.post(door.url(), headers(key), body);
            if (reply.status() != 201) {
                return OptionalInt.of(reply.status());
            }
            var chat = reply.body().path("id").asString();
            history.add(
                    new Fact.Acknowledged(
                            number, key, chat, requests, door.name(), clock.millis()));
            return OptionalInt.empty();
        } catch (UncheckedIOException broken) {
            return OptionalInt.of(NOBODY_ANSWERED);
        }
    }

    private Map<String, String> headers(String key) {
        return Map.of(
                "Authorization",
                "Bearer " + token,
                "Idempotency-Key",
                key,
                "Prefer",
                "respond-async");
    }

    private static boolean mayComeBack(int status) {
        return status == NOBODY_ANSWERED || COME_BACK.contains(status);
    }
}
