package workspace.chats.api.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import workspace.chats.api.ChatApi;
import workspace.chats.messaging.testing.Engines;
import workspace.chats.messaging.testing.TestDatabase;

/**
 * The gateway as its main method starts it, once for all tests of this process, and a client of it.
 */
public final class RunningApi {

    public static final TestDatabase DATABASE = Engines.database("chat_api");

    /**
     * A page that may call, a proxy in front, limits that only who means to will meet, and patience
     * for a machine that does other things as well.
     */
    private static final List<String> OF_THE_EDGE =
            List.of(
                    "--CORS_ALLOWED_ORIGINS=https://app.example",
                    "--SERVER_FORWARD_HEADERS_STRATEGY=native",
                    "--chats.limits.member=5000",
                    "--chats.limits.workspace=5000",
                    "--chats.limits.per=1h",
                    "--spring.datasource.hikari.connection-timeout=60000");

    /** Its pool reads its time-out again so often: a test that changes it leaves none behind. */
    private static final String LOOKS_AT_ITS_SETTINGS = "com.zaxxer.hikari.housekeeping.periodMs";

    private final Issuer issuer = new Issuer();
    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;

    private RunningApi() {
        var settings = new ArrayList<String>();
        Engines.registerFor(
                (name, value) -> settings.add("--" + name + "=" + value.get()), DATABASE.name());
        settings.add("--OIDC_ISSUER_URI=" + Issuer.NAME);
        settings.add("--OIDC_JWKS_URI=" + issuer.keysUri());
        settings.addAll(OF_THE_EDGE);
        settings.add(
                "--spring.datasource.hikari.data-source-properties.socketFactory="
                        + CountingSockets.class.getName());
        System.setProperty(LOOKS_AT_ITS_SETTINGS, "5000");
        context = SpringApplication.run(ChatApi.class, settings.toArray(String[]::new));
        Announced.keepAll();
    }

    public static RunningApi get() {
        return Started.API;
    }

    public Issuer issuer() {
        return issuer;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    public int port() {
        var server = ((ServletWebServerApplicationContext) context).getWebServer();
        return Objects.requireNonNull(server).getPort();
    }

    /** A request without a token or a body. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
    }

    public HttpRequest.Builder request(String path, String subject) {
        return request(path).header("Authorization", "Bearer " + issuer.token(subject));
    }

    /** Sends it, and holds it and its answer against the document. */
    public Answer send(HttpRequest.Builder builder) {
        var request = builder.build();
        var answer = exchange(request);
        holdAgainstTheDocument(request, answer);
        return answer;
    }

    /**
     * What the document allows.
     *
     * @throws AssertionError that quotes what it does not
     */
    public static void holdAgainstTheDocument(HttpRequest request, Answer answer) {
        new Exchange(request, answer).keepsTheContract();
    }

    /** Sends it, whatever comes. */
    public Answer exchange(HttpRequest request) {
        try {
            return Answer.of(http.send(request, BodyHandlers.ofString()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    public Answer get(String path, String subject) {
        return send(request(path, subject));
    }

    public Answer post(String path, String subject, String json, String... headers) {
        return send("POST", path, subject, json, headers);
    }

    public Answer put(String path, String subject, String json, String... headers) {
        return send("PUT", path, subject, json, headers);
    }

    private Answer send(
            String method, String path, String subject, String json, String... headers) {
        var request =
                request(path, subject)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(json));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request);
    }

    /** Makes the database refuse rows of a table for a while, with an error that quotes them. */
    public static void refusing(String table, String condition, Runnable work) {
        var sql = JdbcClient.create(DATABASE.owner());
        sql.sql(
                        "alter table %s add constraint for_a_while check (%s) not valid"
                                .formatted(table, condition))
                .update();
        try {
            work.run();
        } finally {
            sql.sql("alter table %s drop constraint for_a_while".formatted(table)).update();
        }
    }

    private static final class Started {
        static final RunningApi API = new RunningApi();
    }
}
