package workspace.chats.local.dlt;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import workspace.chats.events.CallStatus;
import workspace.chats.events.Channel;
import workspace.chats.events.EventMeta;
import workspace.chats.events.EventType;
import workspace.chats.events.ReasonCode;
import workspace.chats.events.Role;

/** Words that our own programs put into headers and open fields of letters. */
final class KnownWords {

    /** A consumer's own, which is another program. */
    private static final Set<String> CODES =
            Set.of(
                    "malformed_headers",
                    "undecodable",
                    "unknown_version",
                    "unsealable",
                    "refused",
                    "not_visible");

    private static final Set<String> ALL =
            Stream.of(
                            CODES.stream(),
                            EventMeta.NAMES.stream(),
                            Stream.of("code", "topic", "partition", "offset")
                                    .map(it -> DeadLetter.PREFIX + it),
                            Stream.of("application/json"),
                            Stream.of(EventType.values())
                                    .flatMap(type -> fields(type.eventClass())),
                            words(Channel.values()),
                            words(Role.values()),
                            words(CallStatus.values()),
                            words(ReasonCode.values()))
                    .flatMap(some -> some)
                    .collect(toUnmodifiableSet());

    private KnownWords() {}

    static boolean contain(String word) {
        return ALL.contains(word);
    }

    /** As they are written on the wire. */
    private static Stream<String> words(Enum<?>[] values) {
        var json = JsonMapper.shared();
        return Arrays.stream(values).map(it -> json.valueToTree(it).asString());
    }

    /** The names of a record's fields, and of theirs. */
    private static Stream<String> fields(Type type) {
        return switch (type) {
            case ParameterizedType list ->
                    Arrays.stream(list.getActualTypeArguments()).flatMap(KnownWords::fields);
            case Class<?> some when some.isRecord() ->
                    Arrays.stream(some.getRecordComponents()).flatMap(KnownWords::namesOf);
            default -> Stream.empty();
        };
    }

    private static Stream<String> namesOf(RecordComponent field) {
        return Stream.concat(Stream.of(field.getName()), fields(field.getGenericType()));
    }
}
