package workspace.chats.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static workspace.chats.dispatch.Eventually.eventually;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import workspace.chats.dispatch.Chats.Ids;
import workspace.chats.events.CallEvent.CallUnknown;
import workspace.chats.events.Event;
import workspace.chats.messaging.testing.TestTopic;

/** What an orchestrator hears over HTTP when a listener container has ended. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@DirtiesContext
class ConsumersHealthIT {

    private static final String CARELESS = "careless";
    private static final String NOISY = "call.events.chat-api.dlt";

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        Settings.register(registry, "http://127.0.0.1:1", 1);
    }

    /** Lets an Error through to its container, which none of our listeners does. */
    @TestConfiguration
    static class Careless {

        volatile boolean unwell;

        @KafkaListener(id = CARELESS, topics = NOISY)
        void on(List<ConsumerRecord<String, byte[]>> batch) {
            if (unwell) {
                throw new NoClassDefFoundError();
            }
        }
    }

    @Autowired KafkaListenerEndpointRegistry listeners;
    @Autowired Careless careless;
    @LocalServerPort int port;

    private final Ids ids = Ids.fresh();

    @Test
    void isDown_whileAContainerHasStopped_thoughHttpIsReady() {
        var ours = ours();
        eventually().until(() -> get("consumers").statusCode() == 200);

        ours.stop();

        assertThat(get("consumers"))
                .returns(503, HttpResponse::statusCode)
                .extracting(HttpResponse::body)
                .asString()
                .contains("DOWN", "kafkaConsumers", "stopped", ours.getListenerId());
        assertThat(get("").statusCode()).isEqualTo(503);
        assertThat(get("readiness").statusCode()).isEqualTo(200);

        ours.start();
        eventually().until(() -> get("consumers").statusCode() == 200);
    }

    @Test
    void isDown_whenAnErrorHasEndedAContainer() {
        eventually().until(() -> get("consumers").statusCode() == 200);
        careless.unwell = true;

        new TestTopic(NOISY).put(Chats.meta(ids, anything()), anything());

        eventually().until(() -> get("consumers").statusCode() == 503);
        assertThat(get("readiness").statusCode()).isEqualTo(200);

        careless.unwell = false;
        Objects.requireNonNull(listeners.getListenerContainer(CARELESS)).start();
        eventually().until(() -> get("consumers").statusCode() == 200);
    }

    private Event anything() {
        return new CallUnknown(ids.workspace(), ids.chat(), ids.message(), 1, Instant.EPOCH);
    }

    private MessageListenerContainer ours() {
        return listeners.getListenerContainers().stream()
                .filter(it -> !CARELESS.equals(it.getListenerId()))
                .findFirst()
                .orElseThrow();
    }

    private HttpResponse<String> get(String group) {
        var address = URI.create("http://127.0.0.1:" + port + "/actuator/health/" + group);
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
