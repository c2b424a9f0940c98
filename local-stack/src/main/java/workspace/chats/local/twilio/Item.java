package workspace.chats.local.twilio;

/** Something that Twilio accepted at {@code at} (epoch milliseconds) and will carry out. */
sealed interface Item {

    String sid();

    String to();

    String from();

    long at();

    /** A text on a phone. */
    record Message(String sid, String to, String from, String body, long at) implements Item {}

    /** A phone that rings. */
    record Call(String sid, String to, String from, long at) implements Item {}
}
