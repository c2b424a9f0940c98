package workspace.chats.local.dlt;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.core.JacksonException;
import workspace.chats.events.Event;
import workspace.chats.events.EventCodec;
import workspace.chats.events.EventMeta;
import workspace.chats.events.EventType;
import workspace.chats.events.UndecodableEvent;

/**
 * What an operator says is right instead. The result is a new event that names the one it stands
 * for, so that a consumer works on one of the two. Refused as long as it is no event; whether what
 * it carries sealed opens is seen by the consumer only.
 */
final class Mend {

    private static final EventCodec CODEC = new EventCodec();

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description =
                    "mend: a field's value, as JSON or else as text; PATH like chatType or initialMessage.attempt")
    private Map<String, String> fields = new LinkedHashMap<>();

    @Option(
            names = "--set-header",
            paramLabel = "NAME=VALUE",
            description = "mend: a header, such as workspaceid")
    private Map<String, String> headers = new LinkedHashMap<>();

    @Option(
            names = "--mend",
            paramLabel = "FILE",
            description = "mend: the whole event as JSON, before any --set")
    private @Nullable Path file;

    boolean isWanted() {
        return file != null || !fields.isEmpty() || !headers.isEmpty();
    }

    /** The letter as it came, or the event in its place. Throws {@link CommandFailed}. */
    Outgoing outgoing(DeadLetter letter) {
        if (!isWanted()) {
            return Outgoing.asItCame(letter);
        }
        var meta = meta(letter);
        var value = value(letter);
        requireEvent(meta, value);
        return Outgoing.mended(letter, meta, value);
    }

    private EventMeta meta(DeadLetter letter) {
        var all = letter.headers();
        headers.forEach((name, text) -> {
            if (!EventMeta.NAMES.contains(name)) {
                throw CommandFailed.misuse(
                        "An event has no such header; there are "
                                + String.join(", ", EventMeta.NAMES));
            }
            all.put(name, text);
        });
        try {
            return EventMeta.of(all).mendedAs(UuidCreator.getTimeOrderedEpoch());
        } catch (IllegalArgumentException malformed) {
            throw notAnEvent(malformed.getMessage() + "; --set-header gives it");
        }
    }

    private byte[] value(DeadLetter letter) {
        var whole = file == null ? letter.value() : content(file);
        return fields.isEmpty() ? whole : FieldsSet.in(whole, fields);
    }

    private static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new CommandFailed("Cannot be read: " + file);
        }
    }

    private static void requireEvent(EventMeta meta, byte[] value) {
        var type =
                EventType.ofWireName(meta.type())
                        .orElseThrow(() -> notAnEvent("its type is not known"));
        var event = read(type, value);
        if (!event.workspaceId().equals(meta.workspaceId())
                || !event.chatId().equals(meta.chatId())) {
            throw notAnEvent("headers and value name different workspaces or chats");
        }
    }

    private static Event read(EventType type, byte[] value) {
        try {
            return CODEC.read(type, value);
        } catch (UndecodableEvent | JacksonException illegible) {
            throw notAnEvent("the value is not a readable " + type.wireName());
        }
    }

    private static CommandFailed notAnEvent(String why) {
        return new CommandFailed("Not sent, for it would come back: " + why);
    }
}
