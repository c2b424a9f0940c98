package workspace.chats.local.peer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.io.HttpRequestHandler;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.HttpEntities;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/** Between HttpCore and a peer: requests in, replies out. */
final class HttpExchange implements HttpRequestHandler {

    private static final int LARGEST_BODY = 1 << 20;

    private final Peer peer;
    private final CountDownLatch stopped;

    HttpExchange(Peer peer, CountDownLatch stopped) {
        this.peer = peer;
        this.stopped = stopped;
    }

    @Override
    public void handle(
            ClassicHttpRequest request, ClassicHttpResponse response, HttpContext context)
            throws IOException {
        send(answer(read(request)), response);
    }

    private Reply answer(Request request) {
        if (request.is("GET", "/health")) {
            return Reply.ok(Map.of("status", "UP"));
        }
        try {
            return peer.answer(request);
        } catch (BadRequest bad) {
            return Reply.error(400, String.valueOf(bad.getMessage()));
        }
    }

    private void send(Reply reply, ClassicHttpResponse response) {
        switch (reply) {
            case Reply.Json json -> write(json, response);
            case Reply.Done() -> response.setCode(204);
            case Reply.CutOff() -> throw new ConnectionEnds(CloseMode.GRACEFUL);
            case Reply.Reset() -> throw new ConnectionEnds(CloseMode.IMMEDIATE);
            case Reply.Late(var delay, var then) -> {
                PeerServer.pause(stopped, delay.toNanos());
                send(then, response);
            }
        }
    }

    private static void write(Reply.Json json, ClassicHttpResponse response) {
        response.setCode(json.status());
        json.headers().forEach(response::setHeader);
        response.setEntity(
                HttpEntities.create(
                        out -> Json.MAPPER.writeValue(out, json.body()),
                        ContentType.APPLICATION_JSON));
    }

    private static Request read(ClassicHttpRequest request) throws IOException {
        var target = request.getPath();
        var question = target.indexOf('?');
        var body = body(request);
        return new Request(
                request.getMethod(),
                question < 0 ? target : target.substring(0, question),
                question < 0 ? Params.NONE : Params.parse(target.substring(question + 1)),
                isForm(request) ? Params.parse(body) : Params.NONE,
                header(request, HttpHeaders.AUTHORIZATION),
                body);
    }

    private static String body(ClassicHttpRequest request) throws IOException {
        var entity = request.getEntity();
        return entity == null
                ? ""
                : new String(EntityUtils.toByteArray(entity, LARGEST_BODY), StandardCharsets.UTF_8);
    }

    private static boolean isForm(HttpRequest request) {
        var type = ContentType.parseLenient(header(request, HttpHeaders.CONTENT_TYPE));
        return type != null && type.isSameMimeType(ContentType.APPLICATION_FORM_URLENCODED);
    }

    private static @Nullable String header(HttpRequest request, String name) {
        var header = request.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }
}
