package workspace.chats.system.history;

/**
 * One line of a history. {@code mark} is what a person receives and nobody else does: the text of a
 * message, the number that is called.
 */
public sealed interface Fact {

    /** What somebody did, or saw, while it went on. */
    sealed interface Seen extends Fact {}

    /** What there was when all had come to rest. */
    sealed interface Found extends Fact {}

    /** Time in epoch milliseconds. */
    record Began(
            String scenario,
            long seed,
            int rounds,
            int clients,
            int perSecond,
            int patience,
            long at)
            implements Seen {}

    /**
     * A client has his 201, after so many requests with the same key; {@code by} said so. He asked
     * for something by that medium (or none), and for a workflow, or not.
     */
    record Acknowledged(
            int number,
            String key,
            String chat,
            String medium,
            boolean assigned,
            int requests,
            String by,
            long at)
            implements Seen {}

    /** A client was told that his chat is changed, after so many requests. */
    record Changed(int number, String key, String chat, int requests, long at) implements Seen {}

    /** A client was refused, or lost its patience. */
    record GaveUp(int number, String key, int status, long at) implements Seen {}

    /** A client got what no client understands, such as an answer that breaks the contract. */
    record BrokeOff(int number, String key, String what, long at) implements Seen {}

    /** Something was killed, paused, cut or restarted. */
    record Disturbed(String how, String whom, long at) implements Seen {}

    /** A fault that was meant to happen did not. */
    record Missed(String how, String whom, long at) implements Seen {}

    /** How long something took. */
    record Measured(String what, long millis, long at) implements Seen {}

    /** How many met something, such as a pause. */
    record Counted(String what, long many, long at) implements Seen {}

    /** So many of all that were asked for met a fault that was meant for so many of a hundred. */
    record Drawn(String whose, String fault, int percent, int many, int of, long at)
            implements Seen {}

    /** A round is over. */
    record Round(int number, long at) implements Seen {}

    /** Nothing moved any more, or nobody wanted to wait longer. */
    record Ended(boolean quiet, long at) implements Found {}

    /** {@code title} is the key of the request that made it. */
    record Chat(String id, String title, String assignmentStatus) implements Found {}

    /** {@code to} is the number or the mailbox of who shall get it. */
    record Message(
            String id,
            String chat,
            String medium,
            String to,
            String mark,
            String status,
            String reason,
            int attempt)
            implements Found {}

    record Call(String id, String chat, String mark, String status, String reason, int attempt)
            implements Found {}

    /** A row of a ledger; {@code subject} is the message or call. */
    record Effect(
            String service,
            String subject,
            String chat,
            int attempt,
            String state,
            String reason,
            boolean simulated)
            implements Found {}

    record Assignment(String id, String chat) implements Found {}

    /** An event that Kafka does not have. */
    record Unsent(String service, String event, String chat) implements Found {}

    /**
     * {@code subject} is what the sequence counts: the chat, or the attempt at a message. A
     * sequence below 1 is none.
     */
    record Published(
            String topic,
            int partition,
            long offset,
            String chat,
            String event,
            String type,
            String subject,
            long sequence)
            implements Found {}

    record DeadLetter(String topic, String chat, String event, String code) implements Found {}

    /** That phone or mailbox got it; {@code medium} is sms, call or email. */
    record Received(String medium, String to, String mark, long at) implements Found {}
}
