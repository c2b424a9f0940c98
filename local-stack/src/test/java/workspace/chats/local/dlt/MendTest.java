package workspace.chats.local.dlt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import workspace.chats.events.EventMeta;

class MendTest {

    @TempDir private Path folder;

    @Test
    void leavesALetterAsItCame_whenNothingIsMended() {
        var event = mend().outgoing(Some.letter());

        assertThat(event.newEventId()).isNull();
        assertThat(event.topic()).isEqualTo("chat.events.channel-dispatcher.replay");
        assertThat(event.record().key()).isEqualTo(Some.CHAT.toString());
        assertThat(event.record().value()).isEqualTo(Some.letter().value());
        assertThat(headers(event)).isEqualTo(Some.META.headers());
    }

    @Test
    void makesANewEvent_thatNamesTheOneItStandsFor() {
        var broken = Some.value().replace("\"attempt\":1", "\"attempt\":\"first\"");
        var event = mend("--set", "request.attempt=1").outgoing(Some.letterWithValue(broken));

        var meta = EventMeta.of(headers(event));
        assertThat(new String(event.record().value(), UTF_8)).isEqualTo(Some.value());
        assertThat(meta.id()).isNotEqualTo(Some.META.id()).isEqualTo(event.newEventId());
        assertThat(meta.origin()).isEqualTo(Some.META.id());
        assertThat(meta).isEqualTo(Some.META.mendedAs(meta.id()));
    }

    @Test
    void namesTheFirstOne_howeverOftenItIsMended() {
        var first = UUID.randomUUID();
        var again = Some.letterWith(EventMeta.MENDED_OF, first.toString());

        var event = mend("--set", "isTest=false").outgoing(again);

        assertThat(EventMeta.of(headers(event)).origin()).isEqualTo(first);
    }

    @Test
    void setsHeaders_andTakesAWholeEventFromAFile() throws IOException {
        var file = Files.writeString(folder.resolve("event.json"), Some.value());
        var headers = new HashMap<>(Some.META.headers());
        headers.put("workspaceid", "nobody's");
        headers.remove("ce_id");
        var letter = Some.letter(headers, "{\"workspaceId\":");

        var event =
                mend(
                                "--mend",
                                file.toString(),
                                "--set-header",
                                "workspaceid=" + Some.WORKSPACE,
                                "--set-header",
                                "ce_id=" + Some.META.id())
                        .outgoing(letter);

        assertThat(new String(event.record().value(), UTF_8)).isEqualTo(Some.value());
        assertThat(EventMeta.of(headers(event)).origin()).isEqualTo(Some.META.id());
    }

    @Test
    void refusesWhatWouldComeBack() {
        refuses("header ce_time is malformed; --set-header", "--set-header", "ce_time=noon");
        refuses("its type is not known", "--set-header", "ce_type=workspace.chats.Chat.v9");
        refuses("is not a readable workspace.chats.MessageCreated.v1", "--set", "channel=pigeon");
        refuses(
                "headers and value name different workspaces or chats",
                "--set-header",
                "workspaceid=" + UUID.randomUUID());
        refuses("An event has no such header", "--set-header", "x-patient=Ann");
        refuses("The event has no place for a.b.c", "--set", "a.b.c=1");
        refuses("Cannot be read", "--mend", folder.resolve("nothing").toString());
        assertThatThrownBy(() -> mend("--set", "a=1").outgoing(Some.letterWithValue("{\"Ann")))
                .hasMessage("The value is not a JSON object; --mend FILE gives the whole event");
    }

    private static void refuses(String why, String... words) {
        assertThatThrownBy(() -> mend(words).outgoing(Some.letter()))
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining(why);
    }

    private static Mend mend(String... words) {
        return CommandLine.populateCommand(new Mend(), words);
    }

    private static Map<String, String> headers(Outgoing event) {
        return headers(event.record().headers());
    }

    private static Map<String, String> headers(Headers of) {
        var headers = new LinkedHashMap<String, String>();
        of.forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        return headers;
    }
}
