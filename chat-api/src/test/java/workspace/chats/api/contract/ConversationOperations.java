package workspace.chats.api.contract;

import static workspace.chats.api.contract.Operation.get;
import static workspace.chats.api.contract.Operation.post;
import static workspace.chats.api.contract.Parameter.query;

import java.util.List;
import workspace.chats.api.access.Scope;
import workspace.chats.api.problem.FieldProblem;
import workspace.chats.api.problem.Flaw;
import workspace.chats.api.problem.Problem;

/** What is said in chats, and what becomes of it. */
final class ConversationOperations {

    private static final String TAG = "Chats";
    private static final String OTHERS = "for the chats of others";
    private static final String CHAT = "/chats/{chat_id}";

    private static final Shape DM =
            Shape.of("DirectMessageRequest", "With whom.")
                    .required("memberId", Types.id(), "An active member, but not the caller.");
    private static final Shape MESSAGE =
            Shape.of("PostMessageRequest", "A message to send on the chat's channel.")
                    .required(
                            "text",
                            Types.text(100_000),
                            "Not blank; 1,600 characters at most on phone-sms. Not on phone-voice.");
    private static final Shape RETRY =
            Shape.of("RetryRequest", "How to try again; may be left out.")
                    .optional(
                            "confirmUnknown",
                            Types.flag(),
                            "That the recipient was asked, because the message may have gone out.");

    private ConversationOperations() {}

    static List<Operation> all() {
        return List.of(dm(), messages(), send(), retry(), calls(), timeline());
    }

    private static Operation dm() {
        return post("/chats/dm", "openDirectMessage")
                .in(TAG)
                .says(
                        "Find or create a direct message",
                        "The one chat of the caller and another member. One's own with an assistant, and one that is there, need no scope.")
                .needs(Scope.DM_WRITE, "to begin one with a person")
                .reads(DM)
                .answers(200, "It was there.")
                .answers(201, "It was created.", Header.LOCATION)
                .refuses(
                        "named",
                        Problem.notFound(List.of(new FieldProblem("memberId", Flaw.NOT_FOUND))));
    }

    private static Operation messages() {
        return part(get(CHAT + "/messages", "listMessages"))
                .says("List messages", "Newest first.")
                .answers(200, "Part of the list.");
    }

    private static Operation send() {
        return post(CHAT + "/messages", "postMessage")
                .in(TAG)
                .says(
                        "Send a message",
                        "On the chat's channel. What could not be sent stands on the message as a `ReasonCode`.")
                .needs(Scope.CHATS_WRITE, OTHERS)
                .takes(Parameter.PREFER)
                .reads(MESSAGE)
                .answers(201, "The message.", Header.PREFERENCE_APPLIED);
    }

    private static Operation retry() {
        return post(CHAT + "/initial-message/retry", "retryInitialMessage")
                .in(TAG)
                .says(
                        "Try the first message again",
                        "Records the wish; another attempt is made unless the last one turns out to have arrived.")
                .needs(Scope.CHATS_WRITE, OTHERS)
                .mayRead(RETRY)
                .answers(202, "The chat, with the wish noted.")
                .refuses(
                        "notFailed",
                        Problem.conflict(
                                "initialMessage",
                                "not_failed",
                                "The message did not fail: the provider has taken it."));
    }

    private static Operation calls() {
        return part(get(CHAT + "/phone-calls", "listPhoneCalls"))
                .says("List phone calls", "Newest first.")
                .answers(200, "Part of the list.");
    }

    private static Operation timeline() {
        return part(get(CHAT + "/timeline", "getTimeline"))
                .says("Tell what happened", "Every step, oldest first.")
                .answers(200, "Part of the story.");
    }

    private static Operation part(Operation operation) {
        return operation
                .in(TAG)
                .sees(Scope.CHATS_READ, OTHERS)
                .takes(
                        query("limit", Types.whole(1, 100), "50 by default."),
                        query("cursor", Types.text(200), "The `nextCursor` of the part before."));
    }
}
