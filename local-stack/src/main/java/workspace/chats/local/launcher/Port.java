package workspace.chats.local.launcher;

/** The ports of the stack, each overridable by an environment variable. */
enum Port {
    CHAT_API(8080),
    ASSIGNMENT_SERVICE(8081),
    CHANNEL_DISPATCHER(8082),
    VOICE_CALLER(8083),
    IDENTITY(8090),
    TWILIO_SIM(8091),
    MAIL(8092),
    MAIL_SMTP(8025),
    POSTGRES(15432),
    KAFKA(19092),
    KAFKA_CONTROLLER(19093);

    private final int usual;

    Port(int usual) {
        this.usual = usual;
    }

    int usual() {
        return usual;
    }

    /** Such as {@code CHAT_API_PORT}. */
    String variable() {
        return name() + "_PORT";
    }
}
