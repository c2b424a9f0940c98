package workspace.chats.local.launcher;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import workspace.chats.events.Topics;

/** The services, each with its database and what it listens to. */
enum Program {
    CHAT_API("chat_api"),
    ASSIGNMENT_SERVICE("assignment"),
    CHANNEL_DISPATCHER("dispatch"),
    VOICE_CALLER("voice");

    private final String database;

    Program(String database) {
        this.database = database;
    }

    /** Throws {@link CannotDo} when no service has that name. */
    static Program find(String processName) {
        return Arrays.stream(values())
                .filter(program -> program.processName().equals(processName))
                .findFirst()
                .orElseThrow(() -> new CannotDo("No service is called " + processName));
    }

    /** Such as {@code chat-api}: of its module, its jar, its process. */
    String processName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Of the second, third, ... instance: {@code chat-api-2}. */
    String processName(int instance) {
        return instance == 1 ? processName() : processName() + "-" + instance;
    }

    boolean isAnInstance(String process) {
        return process.equals(processName()) || isFurtherInstance(process);
    }

    boolean isFurtherInstance(String process) {
        return process.matches(processName() + "-\\d+");
    }

    String database() {
        return database;
    }

    /** What it listens to. */
    List<String> topics() {
        return this == CHAT_API
                ? List.of(Topics.ASSIGNMENT_EVENTS, Topics.DISPATCH_EVENTS, Topics.CALL_EVENTS)
                : List.of(Topics.CHAT_EVENTS);
    }

    Port port() {
        return Port.valueOf(name());
    }
}
