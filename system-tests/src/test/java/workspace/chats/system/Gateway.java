package workspace.chats.system;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.databind.ObjectMapper;
import workspace.chats.api.testing.Answer;
import workspace.chats.api.testing.Exchange;
import workspace.chats.client.ApiClient;

/**
 * The generated client, as one caller has it. What he sends and gets is held against the document,
 * which the client itself is too good-natured to do.
 */
final class Gateway extends ApiClient {

    static final ObjectMapper JSON = createDefaultObjectMapper();

    Gateway(String url, String token) {
        super(HttpClient.newBuilder(), JSON, url);
        setReadTimeout(Duration.ofSeconds(30));
        setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
        setResponseInterceptor(Gateway::held);
    }

    /** One for all callers; the generated one would make another with every use. */
    @Override
    public HttpClient getHttpClient() {
        return Http.CLIENT;
    }

    private static HttpResponse<InputStream> held(HttpResponse<InputStream> response) {
        try (var body = response.body()) {
            var bytes = body.readAllBytes();
            hold(response, new String(bytes, StandardCharsets.UTF_8));
            return new Reread(response, new ByteArrayInputStream(bytes));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static void hold(HttpResponse<?> response, String text) {
        var answer = new Answer(response.statusCode(), response.headers(), text);
        new Exchange(response.request(), answer).keepsTheContract();
    }
}
