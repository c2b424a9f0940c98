package workspace.chats.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(90)
class OnceOnlyHttpClientTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final AtomicBoolean isLate = new AtomicBoolean();
    private FakeTwilio twilio;
    private OnceOnlyHttpClient client;

    @BeforeEach
    void start() throws IOException {
        twilio = new FakeTwilio();
        client = client(twilio.url());
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        twilio.close();
    }

    @Test
    void writesNothing_whenItsTurnIsOver_andKeepsTheConnectionForTheNext() {
        isLate.set(true);
        assertThatThrownBy(this::post).isInstanceOf(RequestNotWritten.class);
        assertThat(twilio.received()).isEmpty();

        isLate.set(false);
        assertThat(post().getStatusCode()).isEqualTo(201);
        assertThat(twilio.received()).hasSize(1);
        assertThat(twilio.connections()).isOne();
    }

    private Response post() {
        var request = new Request(HttpMethod.POST, "https://api.twilio.com/Messages.json");
        request.setAuth("AC1", "secret");
        request.addPostParam("Body", "Hello");
        return client.makeRequest(request);
    }

    private OnceOnlyHttpClient client(URI baseUrl) {
        var settings = new TwilioSettings(baseUrl, "AC1", "secret", PATIENCE, PATIENCE);
        return new OnceOnlyHttpClient(settings, this::takeTurn);
    }

    private void takeTurn() {
        if (isLate.get()) {
            throw new IllegalStateException("too late");
        }
    }
}
