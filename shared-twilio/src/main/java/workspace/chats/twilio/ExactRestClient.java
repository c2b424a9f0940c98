package workspace.chats.twilio;

import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The SDK's client for one request. It puts back what the SDK leaves out (a value that reads
 * "null"), reads of an error only its numbers, and logs nothing: the SDK would log recipients.
 */
final class ExactRestClient extends TwilioRestClient {

    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, String> exact;

    ExactRestClient(TwilioSettings settings, OnceOnlyHttpClient http, Map<String, String> exact) {
        super(new Builder(settings.accountSid(), settings.authToken()).httpClient(http));
        this.exact = exact;
    }

    @Override
    public Response request(Request request) {
        exact.forEach((name, value) -> request.getPostParams().put(name, List.of(value)));
        var response = super.request(request);
        if (response.getStatusCode() >= 300) {
            throw new RequestRefused(response.getStatusCode(), code(response.getContent()));
        }
        return response;
    }

    @Override
    public void logRequest(Request request) {}

    private static OptionalInt code(String content) {
        try {
            var code = JSON.readTree(content).path("code");
            return code.canConvertToInt() ? OptionalInt.of(code.intValue()) : OptionalInt.empty();
        } catch (JacksonException notJson) {
            return OptionalInt.empty();
        }
    }
}
