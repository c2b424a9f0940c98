package workspace.chats.system.history;

import java.util.Set;
import java.util.stream.Stream;

/** A message or a call as its chat has it. */
record Subject(
        String id, String chat, Delivery delivery, String status, String reason, int attempt) {

    private static final Set<String> OPEN = Set.of("pending", "deferred", "unknown");

    /** What a person gets of it, and nobody else. */
    record Delivery(String medium, String to, String mark) {
        static Delivery of(Fact.Received received) {
            return new Delivery(received.medium(), received.to(), received.mark());
        }
    }

    /** Those that somebody has to send; what stays on a web chat, nobody sends. */
    static Stream<Subject> of(Facts facts) {
        return Stream.concat(
                facts.of(Fact.Message.class)
                        .filter(message -> !message.status().equals("none"))
                        .map(Subject::of),
                facts.of(Fact.Call.class).map(Subject::of));
    }

    private static Subject of(Fact.Message message) {
        return new Subject(
                message.id(),
                message.chat(),
                new Delivery(message.medium(), message.to(), message.mark()),
                message.status(),
                message.reason(),
                message.attempt());
    }

    private static Subject of(Fact.Call call) {
        return new Subject(
                call.id(),
                call.chat(),
                new Delivery("call", call.mark(), call.mark()),
                call.status(),
                call.reason(),
                call.attempt());
    }

    /** Whether its chat still waits for a word. */
    boolean isOpen() {
        return OPEN.contains(status);
    }
}
