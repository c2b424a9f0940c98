package workspace.chats.system.faults;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import workspace.chats.system.Http;
import workspace.chats.system.history.Fact;
import workspace.chats.system.history.History;

/**
 * Somebody who wants one chat, and then a change of it, and repeats each request until he knows: so
 * every chat has two events whose order can be judged.
 */
record Client(Doors doors, String token, History history, Clock clock, Duration patience) {

    /** What nobody else changes, or it would be no change when he gets to it. */
    private static final String CHANGE = "{\"metadata\":{\"seen\":\"yes\"}}";

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

    /** What he knows in the end, after so many requests; {@code by} said so. */
    private record Told(Http.Reply reply, int requests, String by) {}

    void insistsOn(int number, Wishes.Wish wish) {
        try {
            creates(number, wish).ifPresent(chat -> changes(number, wish, chat));
        } catch (RuntimeException | AssertionError broken) {
            history.add(
                    new Fact.BrokeOff(number, wish.key(), String.valueOf(broken), clock.millis()));
        }
    }

    private Optional<String> creates(int number, Wishes.Wish wish) {
        var told =
                repeats(
                        number,
                        wish.key(),
                        door -> Http.post(door.url(), headers(wish.key()), wish.json()));
        return told.map(answer -> {
            var chat = answer.reply().body().path("id").asString();
            history.add(
                    new Fact.Acknowledged(
                            number,
                            wish.key(),
                            chat,
                            wish.medium(),
                            wish.assigned(),
                            answer.requests(),
                            answer.by(),
                            clock.millis()));
            return chat;
        });
    }

    private void changes(int number, Wishes.Wish wish, String chat) {
        repeats(number, wish.key(), door -> Http.put(door.url() + "/" + chat, headers(), CHANGE))
                .ifPresent(answer ->
                        history.add(
                                new Fact.Changed(
                                        number,
                                        wish.key(),
                                        chat,
                                        answer.requests(),
                                        clock.millis())));
    }

    /** Nothing when he was refused, or lost his patience. */
    private Optional<Told> repeats(
            int number, String key, Function<Doors.Door, Http.Reply> request) {
        long end = System.nanoTime() + patience.toNanos();
        for (int requests = 1; ; requests++) {
            var door = doors.door(number + requests);
            var reply = asks(door, request);
            if (reply.filter(Client::isGood).isPresent()) {
                return Optional.of(new Told(reply.get(), requests, door.name()));
            }
            var refused = reply.map(Refused::by).orElse(Refused.BY_NOBODY);
            if (!refused.mayComeBack() || System.nanoTime() > end) {
                history.add(new Fact.GaveUp(number, key, refused.status(), clock.millis()));
                return Optional.empty();
            }
            Patience.pause(refused.pause());
        }
    }

    private static Optional<Http.Reply> asks(
            Doors.Door door, Function<Doors.Door, Http.Reply> request) {
        try {
            return Optional.of(request.apply(door));
        } catch (UncheckedIOException broken) {
            return Optional.empty();
        }
    }

    private static boolean isGood(Http.Reply reply) {
        return reply.status() / 100 == 2;
    }

    private Map<String, String> headers() {
        return Map.of("Authorization", "Bearer " + token);
    }

    private Map<String, String> headers(String key) {
        var headers = new HashMap<>(headers());
        headers.put("Idempotency-Key", key);
        headers.put("Prefer", "respond-async");
        return headers;
    }
}
