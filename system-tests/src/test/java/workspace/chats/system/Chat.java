package workspace.chats.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import workspace.chats.client.model.ChatResponse;

/** A chat that was created, as its creator saw it in the answer and sees it now. */
final class Chat {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Operator operator;
    private final Told<ChatResponse> answer;
    private final ChatResponse created;

    Chat(Operator operator, Told<ChatResponse> answer) {
        this.operator = operator;
        this.answer = answer;
        this.created = answer.done();
    }

    UUID id() {
        return created.getId();
    }

    Told<ChatResponse> answer() {
        return answer;
    }

    ChatResponse now() {
        return operator.gets(id()).done();
    }

    Chat answered(String field, String expected) {
        assertThat(at(created, field)).as(field).isEqualTo(expected);
        return this;
    }

    Chat answeredWithout(String field) {
        assertThat(found(created, field).isMissingNode()).as("no " + field).isTrue();
        return this;
    }

    Chat becomes(String field, String expected) {
        return becomes(field, expected, PATIENCE);
    }

    Chat becomes(String field, String expected, Duration patience) {
        Eventually.within(
                patience,
                field + " becomes " + expected,
                () -> assertThat(at(now(), field)).isEqualTo(expected));
        return this;
    }

    Chat hasNow(String field, String expected) {
        assertThat(at(now(), field)).as(field).isEqualTo(expected);
        return this;
    }

    Chat hasNothingAt(String field) {
        assertThat(found(now(), field).isMissingNode()).as("no " + field).isTrue();
        return this;
    }

    /** What happened to it, how far it then was and why it went no further. */
    List<String> story() {
        return operator.story(this).stream()
                .map(step ->
                        "%s %s %s"
                                .formatted(
                                        step.getWhat(),
                                        Objects.requireNonNullElse(step.getStatus(), "(absent)"),
                                        Objects.requireNonNullElse(step.getReason(), "(absent)")))
                .toList();
    }

    private static String at(ChatResponse chat, String field) {
        return found(chat, field).asString("(absent)");
    }

    private static JsonNode found(ChatResponse chat, String field) {
        return Gateway.JSON.<JsonNode>valueToTree(chat).at("/" + field.replace('.', '/'));
    }
}
