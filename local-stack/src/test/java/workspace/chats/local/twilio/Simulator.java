package workspace.chats.local.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.http.NetworkHttpClient;
import com.twilio.http.TwilioRestClient;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.HttpHost;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import workspace.chats.local.peer.PeerServer;

/** A running simulator, and the two ways to talk to it: Twilio's own SDK, and bare HTTP. */
final class Simulator implements AutoCloseable {

    static final Account ACCOUNT = new Account("AC" + "0".repeat(32), "secret");
    static final String US = "+15005550006";
    static final String PATIENT = "+14155550100";

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Long enough for a request to come in, on a busy machine too. */
    private static final Duration HASTE = Duration.ofSeconds(5);

    final MovingClock clock = new MovingClock();
    private final Path home;
    private final HttpClient http = HttpClient.newHttpClient();
    private PeerServer server;

    Simulator(Path home) throws IOException {
        this.home = home;
        this.server = start();
    }

    private PeerServer start() throws IOException {
        return PeerServer.start("TWILIO_SIM_PORT", 0, new TwilioSimulator(home, ACCOUNT, clock));
    }

    void restart() throws IOException {
        server.close();
        server = start();
    }

    TwilioRestClient sdk() {
        var route = new HttpRoute(new HttpHost("http", "127.0.0.1", server.port()));
        var client =
                HttpClients.custom().setRoutePlanner((_, _) -> route).disableAutomaticRetries();
        return new TwilioRestClient.Builder(ACCOUNT.sid(), ACCOUNT.authToken())
                .httpClient(new NetworkHttpClient(client))
                .build();
    }

    HttpResponse<String> text(String to) throws IOException, InterruptedException {
        return create("Messages", hello(to));
    }

    /** By one who does not wait for a minute. */
    HttpResponse<String> textInHaste(String to) throws IOException, InterruptedException {
        return create("Messages", hello(to), HASTE);
    }

    private static Map<String, String> hello(String to) {
        return Map.of("To", to, "From", US, "Body", "Hello");
    }

    HttpResponse<String> call(String to) throws IOException, InterruptedException {
        return create("Calls", Map.of("To", to, "From", US, "Twiml", "<Response/>"));
    }

    HttpResponse<String> create(String kind, Map<String, String> form)
            throws IOException, InterruptedException {
        return create(kind, form, PATIENCE);
    }

    private HttpResponse<String> create(String kind, Map<String, String> form, Duration patience)
            throws IOException, InterruptedException {
        return send(
                request("/2010-04-01/Accounts/" + ACCOUNT.sid() + "/" + kind + ".json")
                        .header("Authorization", basic(ACCOUNT))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .timeout(patience)
                        .POST(BodyPublishers.ofString(encoded(form))));
    }

    HttpResponse<String> get(String path, Account account)
            throws IOException, InterruptedException {
        return send(request(path).header("Authorization", basic(account)));
    }

    void control(String path, String json) throws IOException, InterruptedException {
        var answer = send(request("/_sim/" + path).POST(BodyPublishers.ofString(json)));
        assertThat(answer.statusCode()).isEqualTo(204);
    }

    JsonNode journal() throws IOException, InterruptedException {
        return json(send(request("/_sim/journal")));
    }

    JsonNode weather() throws IOException, InterruptedException {
        return json(send(request("/_sim/weather")));
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    private static String basic(Account account) {
        var credentials = account.sid() + ":" + account.authToken();
        return "Basic "
                + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field ->
                        field.getKey()
                                + "="
                                + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    @Override
    public void close() {
        http.close();
        server.close();
    }
}
