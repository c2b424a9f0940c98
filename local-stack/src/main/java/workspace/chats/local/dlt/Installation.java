package workspace.chats.local.dlt;

import java.util.List;
import java.util.Optional;

/** A Kafka and the consumers whose databases can be reached from here. */
public record Installation(KafkaAddress kafka, List<Addressee> addressees) {

    /** Finds the installation that is meant, given the consumer that was named, if one was. */
    @FunctionalInterface
    public interface Finder {

        /** Throws {@link CommandFailed} when there is none. */
        Installation find(Optional<String> consumer);
    }
}
