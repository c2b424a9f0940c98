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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import workspace.chats.client.MembersApi;
import workspace.chats.client.model.CreateMemberRequest;

/**
 * Topics and logs are safe to look at: marked words, names, numbers and addresses are in none of
 * them. Nor is any of it in the reason that an answer gives.
 */
class NothingPersonalIT {

    private static final String CANARY = "zqcanary";
    private static final String PHONE = "+14155550179";
    private static final String STATUS = "initialMessageStatus";

    private final RunningSystem system = RunningSystem.get();
    private final Workspace demo = system.workspace("demo");
    private final Operator operator = demo.as("operator");
    private final UUID named = addsAMemberWithAMarkedName();

    @Test
    void topicsAndLogsHoldNoPersonalData() {
        var chats = sendMarkedWordsEverywhere();

        var entries = system.topics().everything();
        // other tests break events on purpose
        var ours = entries.stream().filter(entry -> chats.contains(entry.key())).toList();
        assertThat(ours).allSatisfy(NothingPersonalIT::isReadable);
        assertThat(chats)
                .allSatisfy(chat ->
                        assertThat(topics(chat, ours)).as("and its end").hasSizeGreaterThan(1));
        var shown = entries.stream().map(TopicLog.Entry::everything).toList();
        for (var secret : secrets()) {
            assertThat(shown).as("topics").noneMatch(entry -> entry.contains(secret));
            assertThat(logs())
                    .as("logs")
                    .allSatisfy((file, log) -> assertThat(log).doesNotContain(secret));
        }
    }

    /** Twilio and the mail server name whom they refuse. */
    @Test
    void anAnswerGivesAReason_withoutAWordOfWhatTheProviderSaid() {
        for (var chat : List.of(refusedText(), refusedMail(), refusedCall())) {
            for (var place : List.of("", "/timeline")) {
                var answer = operator.reads(chat, place);
                assertThat(answer.text()).contains("\"recipient_invalid\"");
                assertThat(secrets())
                        .allSatisfy(secret -> assertThat(answer.text()).doesNotContain(secret));
            }
        }
    }

    /** Returns the chats, when nothing more is to come of them. */
    private Set<String> sendMarkedWordsEverywhere() {
        operator.sends(
                "{'channel':'%1$s','%1$s':1,'memberId':'%1$s'}"
                        .formatted(CANARY)
                        .replace('\'', '"'));
        return Stream.of(
                        text(named).becomes(STATUS, "accepted"),
                        text(id("member")).becomes(STATUS, "accepted"),
                        text(id("blocked")).becomes(STATUS, "failed"),
                        text(id("invalidPhone")).becomes(STATUS, "failed"),
                        refusedMail(),
                        refusedCall())
                .map(chat -> chat.id().toString())
                .collect(Collectors.toSet());
    }

    private Chat text(UUID member) {
        return operator.creates(
                sms().to(member)
                        .from(demo.number("main"))
                        .saying(CANARY + " text")
                        .titled(CANARY + " title")
                        .noting(Map.of("note", CANARY + " metadata")));
    }

    private Chat refusedText() {
        return operator.creates(
                        sms().to(demo.member("invalidPhone"))
                                .from(demo.number("main"))
                                .saying(CANARY + " text"))
                .becomes(STATUS, "failed");
    }

    private Chat refusedMail() {
        return operator.creates(
                        email().to(demo.member("badMailbox"))
                                .from(demo.inbox("frontdesk"))
                                .saying(CANARY + " mail"))
                .becomes(STATUS, "failed");
    }

    private Chat refusedCall() {
        return operator.creates(
                        voice().to(demo.member("invalidPhone")).running(demo.workflow("intake")))
                .becomes("call.status", "failed");
    }

    private UUID id(String member) {
        return UUID.fromString(demo.member(member).id());
    }

    private UUID addsAMemberWithAMarkedName() {
        var member =
                new CreateMemberRequest()
                        .kind(CreateMemberRequest.KindEnum.HUMAN)
                        .displayName(CANARY + " name")
                        .phone(PHONE);
        var admin = new MembersApi(new Gateway(demo.apiUrl(), demo.member("admin").token()));
        return Told.by(() -> admin.createMemberWithHttpInfo(demo.uuid(), member, null))
                .done()
                .getId();
    }

    private static Stream<String> topics(String chat, List<TopicLog.Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.key().equals(chat))
                .map(TopicLog.Entry::topic)
                .distinct();
    }

    private List<String> secrets() {
        var secrets =
                new ArrayList<String>(
                        List.of(
                                CANARY,
                                PHONE,
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
