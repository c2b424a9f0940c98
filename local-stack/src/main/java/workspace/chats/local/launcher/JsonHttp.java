package workspace.chats.local.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client as anybody would write one. Throws {@link CannotDo} when the answer is not a success.
 */
final class JsonHttp implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient client = HttpClient.newHttpClient();
    private final String token;

    /**
     * @param token the bearer token of every request
     */
    JsonHttp(String token) {
        this.token = token;
    }

    JsonNode get(String url) {
        return send(request(url).GET());
    }

    JsonNode post(String url, Map<String, Object> body) {
        return send(request(url).POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private HttpRequest.Builder request(String url) {
        return HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(15))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private JsonNode send(HttpRequest.Builder builder) {
        var request = builder.build();
        try {
            var answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new CannotDo(
                        "%s answers %d: %s"
                                .formatted(request.uri(), answer.statusCode(), answer.body()));
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new CannotDo(request.uri() + " does not answer; see ./chats status");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
