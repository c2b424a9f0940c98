package workspace.chats.system;

import static org.assertj.core.api.Assertions.assertThat;
import static workspace.chats.system.ChatRequest.email;
import static workspace.chats.system.ChatRequest.sms;
import static workspace.chats.system.ChatRequest.voice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Topics and logs are safe to look at: marked words, names, numbers and addresses are in none of
 * them.
 */
class NothingPersonalIT {

    private static final String CANARY = "zqcanary";

    private final RunningSystem system = RunningSystem.get();
    private final Workspace demo = system.workspace("demo");
    private final Operator operator = demo.as("operator");

    @Test
    void topicsAndLogsHoldNoPersonalData() {
        var chats = sendMarkedWordsEverywhere();

        var entries = system.topics().everything();
        // other tests break events on purpose
        assertThat(entries.stream().filter(entry -> chats.contains(entry.key())))
                .hasSizeGreaterThan(6)
                .allSatisfy(NothingPersonalIT::isReadable);
        var shown = entries.stream().map(TopicLog.Entry::everything).toList();
        for (var secret : secrets()) {
            assertThat(shown).as("topics").noneMatch(entry -> entry.contains(secret));
            assertThat(logs())
                    .as("logs")
                    .allSatisfy((file, log) -> assertThat(log).doesNotContain(secret));
        }
    }

    /** Returns the chats. */
    private Set<String> sendMarkedWordsEverywhere() {
        var chats = new HashSet<String>();
        for (var member : List.of("member", "blocked", "invalidPhone")) {
            var chat = operator.creates(markedText(member));
            chat.becomes("messageCounts.total", "1");
            chats.add(chat.id().toString());
        }
        var mail =
                operator.creates(
                        email().to(demo.member("badMailbox"))
                                .from(demo.inbox("frontdesk"))
                                .saying(CANARY + " mail"));
        mail.becomes("initialMessageStatus", "failed");
        var call =
                operator.creates(
                        voice().to(demo.member("invalidPhone")).running(demo.workflow("intake")));
        call.becomes("call.status", "failed");
        operator.sends(
                "{'channel':'%1$s','%1$s':1,'memberId':'%1$s'}"
                        .formatted(CANARY)
                        .replace('\'', '"'));
        chats.addAll(List.of(mail.id().toString(), call.id().toString()));
        return chats;
    }

    private ChatRequest markedText(String member) {
        return sms().to(demo.member(member))
                .from(demo.number("main"))
                .saying(CANARY + " text")
                .titled(CANARY + " title")
                .noting(Map.of("note", CANARY + " metadata"));
    }

    private List<String> secrets() {
        var secrets =
                new ArrayList<String>(
                        List.of(
                                CANARY,
                                demo.number("main").address(),
                                demo.inbox("frontdesk").address()));
        for (var member : demo.members().values()) {
            secrets.add(member.phone());
            secrets.add(member.email());
        }
        secrets.removeIf(String::isEmpty);
        secrets.replaceAll(secret -> secret.replace("+", ""));
        return secrets;
    }

    private Map<String, String> logs() {
        try (var files = Files.walk(system.home().resolve("log"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("local-stack"))
                    .collect(Collectors.toMap(Path::toString, NothingPersonalIT::read));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void isReadable(TopicLog.Entry entry) {
        assertThat(Json.read(entry.value()).path("chatId").asString()).isEqualTo(entry.key());
        assertThat(entry.headers())
                .containsKeys("ce_id", "ce_type", "ce_source", "ce_subject", "ce_time", "sequence");
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
