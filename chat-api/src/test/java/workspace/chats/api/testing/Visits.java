package workspace.chats.api.testing;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;

/** Somebody's requests to one workspace; paths are those below it, such as {@code /sites}. */
public record Visits(UUID workspace, String subject) {

    private static final RunningApi API = RunningApi.get();

    public Answer get(String path) {
        return API.get(full(path), subject);
    }

    public Answer post(String path, String json, String... headers) {
        return API.post(full(path), subject, json, headers);
    }

    public Answer put(String path, String json) {
        return API.send(
                API.request(full(path), subject)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(json)));
    }

    public Answer delete(String path) {
        return API.send(API.request(full(path), subject).DELETE());
    }

    /** Adds something and says under which path it is. */
    public String added(String path, String json) {
        var answer = post(path, json);
        if (answer.status() != 201) {
            throw new AssertionError("expected 201, got " + answer.status() + answer.text());
        }
        return answer.header("Location").substring(full("").length());
    }

    /** What is wrong, each as {@code field code}. */
    public static List<String> flaws(Answer answer) {
        return answer.json()
                .at("/errors")
                .valueStream()
                .map(e -> e.at("/field").asString() + " " + e.at("/code").asString())
                .toList();
    }

    private String full(String path) {
        return "/api/v2/w/" + workspace + path;
    }
}
