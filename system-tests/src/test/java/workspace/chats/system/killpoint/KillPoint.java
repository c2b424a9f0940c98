package workspace.chats.system.killpoint;

import java.util.List;

/**
 * A place in a service's code.
 *
 * @param owner the class, with slashes
 * @param call the owner and name of the method whose call {@link Where#BEFORE_CALL} and {@link
 *     Where#AFTER_CALL} mean; empty for the others
 * @param services who gets there
 */
public record KillPoint(
        String name, String owner, String method, Where where, String call, List<String> services) {

    /** Where in the method. */
    public enum Where {
        ENTRY,
        /** What is buffered leaves first. */
        ENTRY_FLUSHED,
        /** Before each return. */
        EXIT,
        BEFORE_CALL,
        AFTER_CALL
    }

    private static final String MESSAGING = "workspace/chats/messaging/";
    private static final List<String> GATEWAY = List.of("chat-api");
    private static final List<String> DISPATCHER = List.of("channel-dispatcher");
    private static final List<String> SENDERS = List.of("channel-dispatcher", "voice-caller");
    private static final List<String> EVERYBODY =
            List.of("channel-dispatcher", "chat-api", "voice-caller", "assignment-service");

    /** All of them, those that matter most first. */
    public static final List<KillPoint> ALL =
            List.of(
                    at("middle-of-the-http-write", SENDERS)
                            .in(
                                    "org/apache/hc/core5/http/impl/io/DefaultBHttpClientConnection",
                                    "sendRequestEntity",
                                    Where.ENTRY_FLUSHED),
                    at("provider-accepted", SENDERS)
                            .after(
                                    "workspace/chats/twilio/TwilioApi",
                                    "create",
                                    "com/twilio/base/Creator.create"),
                    at("created-committed", GATEWAY)
                            .after(
                                    "workspace/chats/api/chat/create/CreateChatController",
                                    "create",
                                    "workspace/chats/api/chat/create/CreatingChats.create"),
                    at("produced-unacknowledged", EVERYBODY)
                            .before(
                                    MESSAGING + "relay/KafkaPost",
                                    "awaitAll",
                                    "java/util/concurrent/Future.get"),
                    at("before-the-settle", SENDERS)
                            .before(
                                    MESSAGING + "effect/Bookkeeping",
                                    "write",
                                    "org/springframework/transaction/support/TransactionOperations"
                                            + ".execute"),
                    at("mail-accepted", DISPATCHER)
                            .after(
                                    "workspace/chats/dispatch/email/SmtpServer",
                                    "deliver",
                                    "workspace/chats/dispatch/email/WatchedTransport.sendMessage"),
                    at("acknowledged-undeleted", EVERYBODY)
                            .in(MESSAGING + "relay/Acknowledged", "delete", Where.ENTRY),
                    at("committed-before-the-offset", EVERYBODY)
                            .after(
                                    MESSAGING + "inbox/Inbox",
                                    "workOn",
                                    MESSAGING + "wall/OpenWorkspaces.runWith"),
                    at("claimed", SENDERS)
                            .before(MESSAGING + "effect/Claims", "take", "java/util/List.stream"),
                    at("submitting-committed", SENDERS)
                            .after(
                                    MESSAGING + "effect/Begins",
                                    "commit",
                                    MESSAGING + "effect/Effects.begin"),
                    at("created-uncommitted", GATEWAY)
                            .in("workspace/chats/api/chat/create/NewChats", "write", Where.EXIT),
                    at("before-decode", EVERYBODY)
                            .in(MESSAGING + "relay/DebeziumRelay", "handle", Where.ENTRY),
                    at("deleted-unmarked", EVERYBODY)
                            .in(MESSAGING + "relay/Acknowledged", "delete", Where.EXIT),
                    at("in-the-inbox", EVERYBODY)
                            .in(MESSAGING + "inbox/SeenEvents", "remember", Where.EXIT),
                    at("planned-uncommitted", SENDERS)
                            .in(MESSAGING + "effect/Plans", "add", Where.EXIT),
                    at("middle-of-the-mail", DISPATCHER)
                            .in(
                                    "workspace/chats/dispatch/email/WatchedTransport",
                                    "begin",
                                    Where.EXIT),
                    at("settled-uncommitted", SENDERS)
                            .in(MESSAGING + "effect/Bookkeeping", "written", Where.EXIT),
                    at("settled-committed", SENDERS)
                            .in(MESSAGING + "effect/Settler", "finish", Where.ENTRY),
                    at("outcome-uncommitted", GATEWAY)
                            .in("workspace/chats/api/outcome/Outcomes", "apply", Where.EXIT));

    private static Named at(String name, List<String> services) {
        return new Named(name, services);
    }

    private record Named(String name, List<String> services) {

        KillPoint in(String owner, String method, Where where) {
            return new KillPoint(name, owner, method, where, "", services);
        }

        KillPoint before(String owner, String method, String call) {
            return new KillPoint(name, owner, method, Where.BEFORE_CALL, call, services);
        }

        KillPoint after(String owner, String method, String call) {
            return new KillPoint(name, owner, method, Where.AFTER_CALL, call, services);
        }
    }
}
