package workspace.chats.local.dlt;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which letters are meant; every word narrows it. */
final class Selection {

    @Parameters(
            paramLabel = "LETTER",
            arity = "0..*",
            description = "names of letters as list shows them: TOPIC-PARTITION@OFFSET")
    private List<Place> places = List.of();

    @Option(
            names = "--consumer",
            paramLabel = "NAME",
            description = "whose letters, such as channel-dispatcher")
    private @Nullable String consumer;

    @Option(names = "--topic", paramLabel = "TOPIC", description = "events of that topic")
    private @Nullable String topic;

    @Option(names = "--code", paramLabel = "CODE", description = "put aside for that reason")
    private @Nullable String code;

    @Option(names = "--event", paramLabel = "ID", description = "with that event id")
    private @Nullable UUID event;

    @Option(names = "--workspace", paramLabel = "ID", description = "of that workspace")
    private @Nullable UUID workspace;

    Optional<String> consumer() {
        return Optional.ofNullable(consumer);
    }

    boolean isEmpty() {
        return places.isEmpty()
                && consumer == null
                && topic == null
                && code == null
                && event == null
                && workspace == null;
    }

    List<Place> places() {
        return places;
    }

    /** Whether exactly one letter is named. */
    boolean isOne() {
        return places.size() == 1;
    }

    boolean takes(DeadLetter letter) {
        return (places.isEmpty() || places.contains(letter.place()))
                && matches(consumer, letter.addressee().name())
                && matches(topic, letter.topic())
                && matches(code, letter.code())
                && matches(event, letter.eventId().orElse(null))
                && matches(workspace, letter.workspaceId().orElse(null));
    }

    /** Throws {@link CommandFailed} when a letter was named that is not among these. */
    void requireAll(Set<Place> found) {
        var missing = new HashSet<>(places);
        missing.removeAll(found);
        missing.stream()
                .findFirst()
                .ifPresent(place -> {
                    throw new CommandFailed("No such letter: " + place);
                });
    }

    private static boolean matches(@Nullable Object wanted, @Nullable Object has) {
        return wanted == null || wanted.equals(has);
    }
}
