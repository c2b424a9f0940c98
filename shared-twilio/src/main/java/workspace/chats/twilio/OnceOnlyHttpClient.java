package workspace.chats.twilio;

import com.twilio.http.HttpClient;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.message.BasicNameValuePair;

/**
 * The SDK's transport, replaced, because its own repeats a POST up to six times: what the SDK asks
 * for is written once or not at all, to the base URL of the settings, and a failure says which of
 * the two it was ({@link AnswerLost}, {@link RequestNotWritten}).
 */
final class OnceOnlyHttpClient extends HttpClient implements AutoCloseable {

    private final String baseUrl;
    private final CloseableHttpClient connections;

    OnceOnlyHttpClient(TwilioSettings settings, Runnable turn) {
        this.baseUrl = settings.baseUrl().toString().replaceFirst("/+$", "");
        this.connections = Connections.of(settings, turn);
    }

    @Override
    public Response reliableRequest(Request request) {
        return makeRequest(request);
    }

    @Override
    public Response reliableRequest(
            Request request, int[] retryCodes, int retries, long delayMillis) {
        return makeRequest(request);
    }

    @Override
    public Response makeRequest(Request request) {
        var context = HttpClientContext.create();
        Response response;
        try {
            response = connections.execute(outgoing(request), context, OnceOnlyHttpClient::whole);
        } catch (IOException | RuntimeException failed) {
            throw Connections.wasWritten(context)
                    ? new AnswerLost(failed)
                    : new RequestNotWritten(failed);
        }
        if (!Connections.wasWritten(context)) {
            throw new RequestNotWritten("a proxy on the way refused");
        }
        return response;
    }

    @Override
    public void close() throws IOException {
        connections.close();
    }

    private HttpUriRequestBase outgoing(Request request) {
        var target = URI.create(baseUrl + request.constructURL().getFile());
        var outgoing = new HttpUriRequestBase(request.getMethod().toString(), target);
        outgoing.addHeader(HttpHeaders.AUTHORIZATION, request.getAuthString());
        outgoing.addHeader(HttpHeaders.ACCEPT, "application/json");
        if (request.getMethod() == HttpMethod.POST) {
            outgoing.setEntity(form(request));
        }
        return outgoing;
    }

    private static OutgoingForm form(Request request) {
        var pairs =
                request.getPostParams().entrySet().stream()
                        .flatMap(e -> e.getValue().stream().map(v -> pair(e.getKey(), v)))
                        .toList();
        return new OutgoingForm(pairs);
    }

    private static NameValuePair pair(String name, String value) {
        return new BasicNameValuePair(name, value);
    }

    private static Response whole(ClassicHttpResponse answer) throws IOException, ParseException {
        var entity = answer.getEntity();
        var content = entity == null ? "" : EntityUtils.toString(entity, StandardCharsets.UTF_8);
        return new Response(content, answer.getCode(), answer.getHeaders());
    }
}
