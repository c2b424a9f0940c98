package workspace.chats.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What the mail sink received. */
final class Mailboxes {

    private final String mailUrl;

    Mailboxes(String mailUrl) {
        this.mailUrl = mailUrl;
    }

    List<JsonNode> mails(String text) {
        return all().valueStream()
                .filter(mail -> mail.path("text").asString("").strip().equals(text))
                .toList();
    }

    Stream<String> texts() {
        return all().valueStream().map(mail -> mail.path("text").asString("").strip());
    }

    JsonNode gotOnce(String text) {
        Eventually.within(
                Duration.ofSeconds(10), "one mail", () -> assertThat(mails(text)).hasSize(1));
        return mails(text).getFirst();
    }

    void neverGet(String text) {
        Eventually.staysFor(
                Duration.ofSeconds(3), "no mail", () -> assertThat(mails(text)).isEmpty());
    }

    private JsonNode all() {
        return Http.get(mailUrl + "/messages", Map.of()).body();
    }
}
