package workspace.chats.system;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import javax.net.ssl.SSLSession;

/** A response whose body was read already and can be read once more. */
record Reread(HttpResponse<InputStream> first, InputStream body)
        implements HttpResponse<InputStream> {

    @Override
    public int statusCode() {
        return first.statusCode();
    }

    @Override
    public HttpRequest request() {
        return first.request();
    }

    @Override
    public Optional<HttpResponse<InputStream>> previousResponse() {
        return first.previousResponse();
    }

    @Override
    public HttpHeaders headers() {
        return first.headers();
    }

    @Override
    public Optional<SSLSession> sslSession() {
        return first.sslSession();
    }

    @Override
    public URI uri() {
        return first.uri();
    }

    @Override
    public HttpClient.Version version() {
        return first.version();
    }
}
