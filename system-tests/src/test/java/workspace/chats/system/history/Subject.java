package workspace.chats.system.history;

import java.util.stream.Stream;

/** A message or a call as its chat has it. */
record Subject(String id, String mark, String status, String reason, int attempt) {

    /** Those that somebody has to send; what stays on a web chat, nobody sends. */
    static Stream<Subject> of(Facts facts) {
        return Stream.concat(
                facts.of(Fact.Message.class)
                        .filter(message -> !message.status().equals("none"))
                        .map(message ->
                                new Subject(
                                        message.id(),
                                        message.mark(),
                                        message.status(),
                                        message.reason(),
                                        message.attempt())),
                facts.of(Fact.Call.class)
                        .map(call ->
                                new Subject(
                                        call.id(),
                                        call.mark(),
                                        call.status(),
                                        call.reason(),
                                        call.attempt())));
    }
}
