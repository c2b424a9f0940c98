package workspace.chats.api.matrix;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import workspace.chats.api.testing.Answer;

/** What a call answered to one of its ids: the workspace's own, and three that are none of it. */
record Row(IdPlace place, Answer own, Answer foreign, Answer unknown, List<Answer> malformed) {

    /** Headers that differ anyway: a connection is closed after its hundredth request. */
    private static final List<String> ALWAYS_NEW = List.of("date", "x-request-id", "connection");

    static final String HEAD =
            """
            | call | id | own | another workspace's | unknown | malformed |
            |---|---|---|---|---|---|
            """;

    String line() {
        return "| `%s` | %s `%s` | %s | %s | %s | %s |\n"
                .formatted(
                        place.call(),
                        place.in(),
                        place.shown(),
                        own.status(),
                        shown(foreign),
                        shown(unknown),
                        malformed.stream()
                                .map(Row::shown)
                                .distinct()
                                .collect(Collectors.joining(", ")));
    }

    private static String shown(Answer answer) {
        var codes =
                answer.json()
                        .path("errors")
                        .valueStream()
                        .map(error -> " `" + error.path("code").asString() + "`")
                        .collect(Collectors.joining(","));
        return answer.status() + codes;
    }

    /** What a caller could tell an answer by. */
    static Map<String, Object> told(Answer answer) {
        var told = new HashMap<String, Object>(answer.headers().map());
        ALWAYS_NEW.forEach(told::remove);
        told.put("status", answer.status());
        told.put("body", answer.text());
        return told;
    }
}
