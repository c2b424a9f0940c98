package workspace.chats.messaging.effect;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What is counted of the effects that are not settled: those in a state, or those overdue. */
record Unfinished(String state, Medium medium) {

    private static final List<String> STATES =
            List.of("planned", "deferred", "claimed", "submitting", "unknown", "overdue");

    static Stream<Unfinished> all() {
        return Arrays.stream(Medium.values())
                .flatMap(medium -> STATES.stream().map(state -> new Unfinished(state, medium)));
    }
}
