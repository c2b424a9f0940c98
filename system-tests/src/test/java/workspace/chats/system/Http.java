package workspace.chats.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Plain HTTP/1.1 with JSON, as curl would speak it: to what is not the gateway, and to the gateway
 * what the generated client would never say. That too is held against the document.
 */
public final class Http {

    static final HttpClient CLIENT =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(30))
                    .build();

    private Http() {}

    public record Reply(int status, JsonNode body, String text, HttpResponse<String> raw) {
        public String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }
    }

    public static Reply get(String url, Map<String, String> headers) {
        return send("GET", url, headers, null);
    }

    public static Reply post(String url, Map<String, String> headers, String body) {
        return send("POST", url, headers, body);
    }

    public static Reply put(String url, Map<String, String> headers, String body) {
        return send("PUT", url, headers, body);
    }

    static Reply send(
            String method, String url, Map<String, String> headers, @Nullable String body) {
        var request = HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(30));
        headers.forEach(request::header);
        if (body != null && !headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        request.method(
                method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return send(request.build());
    }

    private static Reply send(HttpRequest request) {
        try {
            var response = CLIENT.send(request, BodyHandlers.ofString());
            Gateway.hold(response, response.body());
            return new Reply(response.statusCode(), body(response), response.body(), response);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static JsonNode body(HttpResponse<String> response) {
        var type = response.headers().firstValue("Content-Type").orElse("");
        return Json.read(type.contains("json") ? response.body() : "");
    }
}
