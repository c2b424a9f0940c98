package workspace.chats.system.faults;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import workspace.chats.system.Http;
import workspace.chats.system.history.Fact;
import workspace.chats.system.history.History;

/** Somebody who wants one chat and repeats the request with its key until he knows. */
record Client(Doors doors, String token, History history, Clock clock, Duration patience) {

    /** With that status, 0 when nobody answered; come back after that time. */
    private record Refused(int status, Duration pause) {

        static final Refused BY_NOBODY = new Refused(0, Duration.ofMillis(200));
        private static final Set<Integer> COME_BACK = Set.of(0, 409, 429, 500, 502, 503, 504);

        /** Who is told when to come back does so: all at once would keep the gateway down. */
        static Refused by(Http.Reply reply) {
            var wait = reply.header("Retry-After");
            return new Refused(
                    reply.status(),
                    wait.isEmpty() ? BY_NOBODY.pause : Duration.ofSeconds(Long.parseLong(wait)));
        }

        boolean mayComeBack() {
            return COME_BACK.contains(status);
        }
    }

    void insistsOn(int number, String key, String body) {
        long end = System.nanoTime() + patience.toNanos();
        for (int requests = 1; ; requests++) {
            var refused = asks(number, key, body, requests).orElse(null);
            if (refused == null) {
                return;
            }
            if (!refused.mayComeBack() || System.nanoTime() > end) {
                history.add(new Fact.GaveUp(number, key, refused.status(), clock.millis()));
                return;
            }
            Patience.pause(refused.pause());
        }
    }

    /** Nothing when he has his answer. */
    private Optional<Refused> asks(int number, String key, String body, int requests) {
        var door = doors.door(number + requests);
        try {
            var reply = Http.post(door.url(), headers(key), body);
            if (reply.status() != 201) {
                return Optional.of(Refused.by(reply));
            }
            var chat = reply.body().path("id").asString();
            history.add(
                    new Fact.Acknowledged(
                            number, key, chat, requests, door.name(), clock.millis()));
            return Optional.empty();
        } catch (UncheckedIOException broken) {
            return Optional.of(Refused.BY_NOBODY);
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
}
