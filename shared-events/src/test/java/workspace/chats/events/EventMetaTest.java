package workspace.chats.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.HashMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventMetaTest {

    private static final EventMeta META =
            new EventMeta(
                    UUID.randomUUID(),
                    EventType.CHAT_CREATED.wireName(),
                    "/chat-api",
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    Instant.parse("2026-11-22T09:30:00.123456Z"),
                    7,
                    "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

    @Test
    void survivesItsHeaders() {
        assertThat(EventMeta.of(META.headers())).isEqualTo(META);
    }

    @Test
    void keepsItsOrigin_howeverOftenItIsMended() {
        var once = META.mendedAs(UUID.randomUUID());
        var twice = once.mendedAs(UUID.randomUUID());

        assertThat(META.origin()).isEqualTo(META.id());
        assertThat(META.headers()).doesNotContainKey("mendedof");
        assertThat(once.headers()).containsEntry("mendedof", META.id().toString());
        assertThat(twice.origin()).isEqualTo(META.id());
        assertThat(twice.id()).isNotIn(META.id(), once.id());
        assertThat(EventMeta.of(twice.headers())).isEqualTo(twice);
    }

    @Test
    void knowsAllItsHeaders() {
        assertThat(EventMeta.NAMES)
                .containsExactlyElementsOf(META.mendedAs(UUID.randomUUID()).headers().keySet());
    }

    @Test
    void speaksCloudEventsInBinaryMode() {
        assertThat(META.headers())
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("content-type", "application/json")
                .containsEntry("ce_subject", META.chatId().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ce_id",
                "ce_type",
                "ce_source",
                "ce_subject",
                "ce_time",
                "workspaceid",
                "sequence"
            })
    void namesTheHeaderThatIsMissing(String header) {
        var headers = new HashMap<>(META.headers());
        headers.remove(header);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventMeta.of(headers))
                .withMessageContaining(header);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ce_id", "ce_subject", "ce_time", "workspaceid", "sequence", "mendedof"})
    void doesNotQuoteAMalformedHeader(String header) {
        var headers = new HashMap<>(META.headers());
        headers.put(header, "Ann");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventMeta.of(headers))
                .withMessageContaining(header)
                .withMessageNotContaining("Ann");
    }
}
