package workspace.chats.api.contract;

import static workspace.chats.api.contract.Operation.get;
import static workspace.chats.api.contract.Operation.post;
import static workspace.chats.api.contract.Operation.put;
import static workspace.chats.api.contract.Parameter.query;

import java.util.List;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.node.ObjectNode;
import workspace.chats.api.access.Scope;
import workspace.chats.api.problem.FieldProblem;
import workspace.chats.api.problem.Flaw;
import workspace.chats.api.problem.Problem;

/** Chats themselves. */
final class ChatOperations {

    private static final String TAG = "Chats";

    private static final Shape CREATE =
            Shape.of("CreateChatRequest", "A chat to create.")
                    .required("channel", Types.ref("Channel"), "How the chat reaches its member.")
                    .optional(
                            "workflowId",
                            Types.id(),
                            "The workflow to run: makes the chat an assignment.")
                    .optional(
                            "workflowVersionNumber",
                            Types.whole(1),
                            "The published version to pin; only with `workflowId`. Otherwise its active one, else its latest.")
                    .optional("memberId", Types.id(), "Whom the chat is for; otherwise the caller.")
                    .optional(
                            "phoneNumberId",
                            Types.id(),
                            "The number to send or call from, on phone channels only; otherwise the workflow's, else the workspace's.")
                    .optional(
                            "inboxId",
                            Types.id(),
                            "The inbox to send from, on e-mail only; otherwise the workflow's, else the workspace's.")
                    .optional(
                            "participants",
                            Types.listOf(participant(), 50),
                            "More members of the chat, each once.")
                    .optional(
                            "assistantEnabled",
                            Types.flag(),
                            "Whether the assistant runs the chat; otherwise it does.")
                    .optional(
                            "assistantMemberId",
                            Types.id(),
                            "Another assistant than the workflow's agent, else the workspace's default.")
                    .optional(
                            "assistantChatModelId",
                            Types.id(),
                            "Another chat model for the assistant.")
                    .optional(
                            "assistantRealtimeModelId",
                            Types.id(),
                            "Another realtime model for the assistant.")
                    .optional(
                            "initialMessage",
                            Types.text(100_000),
                            "The operator's first message; on phone-sms (1,600 characters at most) and e-mail, with `assistantEnabled` false.")
                    .optional("title", title(), "One line.")
                    .optional("siteId", Types.id(), "A site of the workspace.")
                    .optional(
                            "isTest",
                            Types.flag(),
                            "A test chat never reaches a real person; otherwise it is none.")
                    .optional(
                            "chatType",
                            Types.matching("^[a-z][a-z0-9-]{0,39}$"),
                            "A classification of the caller's own, but not `dm`; otherwise `assignment` with a workflow, else `simple`.")
                    .optional(
                            "metadata",
                            Types.texts(50, 500),
                            "A flat object of the caller's own texts.");

    private static final Shape UPDATE =
            Shape.of("UpdateChatRequest", "What is to change.")
                    .optional("title", title(), "One line; null clears it.")
                    .unlessSame("archived", Types.flag(), "Whether it is put away.")
                    .unlessSame("paused", Types.flag(), "Whether the assistant holds still.")
                    .unlessSame(
                            "needsResponse", Types.flag(), "Whether somebody has to look at it.")
                    .unlessSame(
                            "assistantEnabled",
                            Types.flag(),
                            "Whether the assistant runs the chat.")
                    .optional("assistantMemberId", Types.id(), "Another assistant; null clears it.")
                    .optional(
                            "assistantChatModelId",
                            Types.id(),
                            "Another chat model; null clears it.")
                    .optional(
                            "assistantRealtimeModelId",
                            Types.id(),
                            "Another realtime model; null clears it.")
                    .optional("siteId", Types.id(), "A site; null clears it.")
                    .optional(
                            "metadata",
                            Types.texts(50, 500),
                            "Replaces all of it; null clears it.");

    private ChatOperations() {}

    static List<Operation> all() {
        return List.of(create(), list(), show(), update());
    }

    private static Operation create() {
        return post("/chats", "createChat")
                .in(TAG)
                .says(
                        "Create a chat",
                        """
                        Creates a chat for any member of the workspace; the caller becomes its owner. With `workflowId` the assignment is made too, \
                        and on phone-voice with the assistant enabled the call is placed.

                        When the first message could not be sent the chat is created all the same: 201 with `initialMessageError`. Show a \
                        "reload and retry" warning then.\
                        """)
                .takes(Parameter.PREFER)
                .reads(CREATE)
                .answers(201, "The chat.", Header.LOCATION, Header.PREFERENCE_APPLIED)
                .refuses(
                        "fields",
                        Problem.invalid(
                                List.of(
                                        new FieldProblem("channel", Flaw.REQUIRED),
                                        new FieldProblem(
                                                "participants[0].memberId", Flaw.MALFORMED_ID))))
                .refuses(
                        "named",
                        Problem.notFound(List.of(new FieldProblem("workflowId", Flaw.NOT_FOUND))));
    }

    private static Operation list() {
        return get("/chats", "listChats")
                .in(TAG)
                .says(
                        "List chats",
                        "The chats that the caller may see, newest first unless `sortBy` says otherwise, one page at a time. Pages that begin after the 100,000th chat are refused.")
                .sees(Scope.CHATS_READ, "for the chats of others")
                .takes(
                        query(
                                "mine",
                                Types.flag(),
                                "True: only those that the caller owns or takes part in."),
                        query("archived", Types.flag(), "Only those put away, or only the others."),
                        query(
                                "needsResponse",
                                Types.flag(),
                                "Only those that somebody has to look at, or only the others."),
                        query("isTest", Types.flag(), "Only test chats, or only the others."),
                        query("channel", Types.ref("Channel"), "Only those on this channel."),
                        query(
                                "chatType",
                                Types.matching("^[a-z][a-z0-9-]{0,39}$"),
                                "Only those of this type."),
                        query("memberId", Types.id(), "Only those for this member."),
                        query("assistantMemberId", Types.id(), "Only those with this assistant."),
                        query("workflowId", Types.id(), "Only those that run this workflow."),
                        query("search", Types.text(200), "Only those with these words."),
                        query("createdAfter", Types.time(), "Only later ones."),
                        query("createdBefore", Types.time(), "Only earlier ones."),
                        query(
                                "sortBy",
                                Types.oneOf("createdAt", "updatedAt", "title"),
                                "`createdAt` by default."),
                        query("sortOrder", Types.oneOf("asc", "desc"), "`desc` by default."),
                        Parameter.PAGE,
                        Parameter.PAGE_SIZE)
                .answers(200, "A page of chats.");
    }

    private static Operation update() {
        return put("/chats/{chat_id}", "updateChat")
                .in(TAG)
                .says(
                        "Update a chat",
                        "An absent field stays as it is, null clears it. Its owner and whoever takes part may.")
                .needs(Scope.CHATS_WRITE, "for the chats of others")
                .takes(Parameter.IF_MATCH)
                .reads(UPDATE)
                .answers(200, "The chat as it is now.", Header.ETAG)
                .refuses(
                        "assistant",
                        Problem.notFound(
                                List.of(new FieldProblem("assistantMemberId", Flaw.NOT_FOUND))))
                .refuses(
                        "stale",
                        Problem.of(
                                HttpStatus.PRECONDITION_FAILED,
                                "The chat is not as If-Match says: it has changed since. Get it again."));
    }

    private static Operation show() {
        return get("/chats/{chat_id}", "getChat")
                .in(TAG)
                .says(
                        "Show a chat",
                        "A chat that the caller owns or takes part in, or any with the scope.")
                .sees(Scope.CHATS_READ, "for the chats of others")
                .answers(200, "The chat as it is now.", Header.ETAG);
    }

    private static ObjectNode title() {
        var title = Types.line(200);
        title.remove("minLength");
        return title;
    }

    private static ObjectNode participant() {
        return Shape.of("ParticipantRequest", "A member to add.")
                .required("memberId", Types.id(), "An active member of the workspace.")
                .optional(
                        "role",
                        Types.oneOf("assistant", "operator", "contributor"),
                        "Otherwise contributor; assistant for an assistant only.")
                .schema();
    }
}
