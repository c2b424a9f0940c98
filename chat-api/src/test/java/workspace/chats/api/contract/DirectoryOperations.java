package workspace.chats.api.contract;

import static workspace.chats.api.contract.Operation.delete;
import static workspace.chats.api.contract.Operation.get;
import static workspace.chats.api.contract.Operation.post;
import static workspace.chats.api.contract.Operation.put;
import static workspace.chats.api.contract.Parameter.query;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.node.ObjectNode;
import workspace.chats.api.access.Scope;
import workspace.chats.api.problem.FieldProblem;
import workspace.chats.api.problem.Flaw;
import workspace.chats.api.problem.Problem;

/** What the workspace has. Administrators change it; who may look depends on what it is. */
final class DirectoryOperations {

    private static final String ALWAYS = "always";

    private static final Shape MEMBER =
            Shape.of("CreateMemberRequest", "A member to add.")
                    .required("kind", Types.oneOf("human", "assistant"), "Stays for good.")
                    .optional(
                            "subject",
                            Types.line(255),
                            "Who the identity provider says he is; people only. Without one nobody can come as him.")
                    .required("displayName", Types.line(200), "How he is shown.")
                    .optional("phone", Types.line(254), "With its country code.")
                    .optional("email", Types.line(254), "One plain address.")
                    .optional("scopes", scopes(), "What he may; people only.")
                    .unlessSame(
                            "active",
                            Types.flag(),
                            "An inactive member cannot come; true by default.");
    private static final Shape WORKFLOW =
            Shape.of("CreateWorkflowRequest", "A workflow to add.")
                    .required("name", Types.line(200), "Its name.")
                    .optional("agentMemberId", Types.id(), "The assistant that runs it.")
                    .optional(
                            "defaultPhoneNumberId",
                            Types.id(),
                            "What its chats text and call from.")
                    .optional("defaultInboxId", Types.id(), "What its chats write e-mail from.");
    private static final Shape VERSION =
            Shape.of("WorkflowVersionRequest", "A draft of a workflow.")
                    .required(
                            "definition",
                            Types.of("object"),
                            "Whatever the workflow's runner reads.");
    private static final Shape NUMBER =
            Shape.of("CreatePhoneNumberRequest", "A phone number to add.")
                    .required("e164", Types.line(254), "The number; stays for good.")
                    .required("label", Types.line(200), "What people call it.")
                    .unlessSame("sms", Types.flag(), "Whether it can text; true by default.")
                    .unlessSame("voice", Types.flag(), "Whether it can call; true by default.")
                    .unlessSame("ratePerSecond", rate(), "How much may leave it; 1 by default.");
    private static final Shape INBOX =
            Shape.of("CreateInboxRequest", "An inbox to add.")
                    .required("address", Types.line(254), "The mailbox; stays for good.")
                    .required("label", Types.line(200), "What people call it.")
                    .unlessSame("ratePerSecond", rate(), "How much may leave it; 20 by default.");
    private static final Shape SITE =
            Shape.of("CreateSiteRequest", "A site to add.")
                    .required("name", Types.line(200), "Its name.");
    private static final Shape MODEL =
            Shape.of("CreateModelRequest", "A model to add.")
                    .required("name", Types.line(200), "Its name.")
                    .required(
                            "kind",
                            Types.oneOf("chat", "realtime"),
                            "What it is for; stays for good.");

    private static final Shape OPT_OUT =
            Shape.of("CreateOptOutRequest", "Somebody who wants nothing from a sender.")
                    .required("senderId", Types.id(), "The phone number or inbox.")
                    .required("address", Types.line(254), "His number or address.");
    private static final Shape WORKSPACE =
            Shape.of("UpdateWorkspaceRequest", "What is to change.")
                    .unlessSame("name", Types.line(200), "Its name.")
                    .optional("defaultAssistantId", Types.id(), "Null clears it.")
                    .optional("defaultPhoneNumberId", Types.id(), "Null clears it.")
                    .optional("defaultInboxId", Types.id(), "Null clears it.")
                    .optional(
                            "textsPerHour",
                            Types.whole(0, 1_000_000),
                            "How many texts it may send in an hour; null leaves it to the installation.")
                    .optional(
                            "callsPerHour",
                            Types.whole(0, 1_000_000),
                            "How many calls it may place in an hour; null leaves it to the installation.");

    private DirectoryOperations() {}

    static List<Operation> all() {
        return Stream.of(
                        workspace(),
                        members(),
                        workflows(),
                        numbers(),
                        inboxes(),
                        sites(),
                        models(),
                        optOuts())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Operation> members() {
        var kind = new Kind("Members", "/members", "member", "Member");
        return List.of(
                kind.list()
                        .needs(Scope.MEMBERS_READ, ALWAYS)
                        .takes(
                                query(
                                        "kind",
                                        Types.oneOf("human", "assistant"),
                                        "Only people, or only assistants."),
                                query(
                                        "active",
                                        Types.flag(),
                                        "Only active ones, or only the others."),
                                query(
                                        "search",
                                        Types.text(200),
                                        "Only those whose display name has this in it.")),
                kind.add(MEMBER).refuses("taken", taken("subject")),
                get("/members/me", "getSelf")
                        .in("Members")
                        .says("Show the caller", "The caller's own entry.")
                        .answers(200, "The caller."),
                kind.show().sees(Scope.MEMBERS_READ, "for others than the caller"),
                kind.change(MEMBER)
                        .refuses("taken", taken("subject"))
                        .refuses(
                                "lastAdministrator",
                                Problem.of(
                                        HttpStatus.CONFLICT,
                                        "The workspace would be left without an active administrator.")));
    }

    private static List<Operation> workflows() {
        var kind = new Kind("Workflows", "/workflows", "workflow", "Workflow");
        var versions = "/workflows/{workflow_id}/versions";
        var one = versions + "/{version_number}";
        return List.of(
                kind.list(),
                kind.add(WORKFLOW),
                kind.show(),
                kind.change(WORKFLOW),
                get(versions, "listWorkflowVersions")
                        .in("Workflows")
                        .says("List versions", "In the order of their numbers.")
                        .takes(Parameter.PAGE, Parameter.PAGE_SIZE)
                        .answers(200, "A page of them."),
                administer(post(versions, "createWorkflowVersion"))
                        .in("Workflows")
                        .says("Add a version", "A draft with the next number.")
                        .reads(VERSION)
                        .answers(201, "The draft.", Header.LOCATION),
                get(one, "getWorkflowVersion")
                        .in("Workflows")
                        .says("Show a version", "A draft or a published one.")
                        .answers(200, "The version."),
                administer(put(one, "updateWorkflowVersion"))
                        .in("Workflows")
                        .says("Change a draft", "A published version never changes.")
                        .reads(VERSION)
                        .answers(200, "The draft as it is now.")
                        .refuses(
                                "published",
                                Problem.of(
                                        HttpStatus.CONFLICT,
                                        "A published version never changes; write a new draft.")),
                administer(post(one + "/publish", "publishWorkflowVersion"))
                        .in("Workflows")
                        .says("Publish a version", "For good; again it changes nothing.")
                        .answers(200, "The published version."),
                administer(post(one + "/activate", "activateWorkflowVersion"))
                        .in("Workflows")
                        .says("Activate a version", "New assignments run it from now on.")
                        .answers(200, "The workflow.")
                        .refuses(
                                "draft",
                                Problem.of(
                                        HttpStatus.CONFLICT,
                                        "Only a published version can be active.")));
    }

    private static List<Operation> numbers() {
        var kind = new Kind("Phone numbers", "/phone-numbers", "phone_number", "PhoneNumber");
        return List.of(
                kind.list().needs(Scope.PHONES_READ, ALWAYS),
                kind.add(NUMBER).refuses("taken", taken("e164")),
                kind.show().needs(Scope.PHONES_READ, ALWAYS),
                kind.change(NUMBER),
                kind.remove());
    }

    private static List<Operation> inboxes() {
        var kind = new Kind("Inboxes", "/inboxes", "inbox", "Inbox");
        return List.of(
                kind.list().needs(Scope.PHONES_READ, ALWAYS),
                kind.add(INBOX).refuses("taken", taken("address")),
                kind.show().needs(Scope.PHONES_READ, ALWAYS),
                kind.change(INBOX),
                kind.remove());
    }

    private static List<Operation> sites() {
        var kind = new Kind("Sites", "/sites", "site", "Site");
        return List.of(kind.list(), kind.add(SITE), kind.show(), kind.change(SITE), kind.remove());
    }

    private static List<Operation> models() {
        var kind = new Kind("Models", "/models", "model", "Model");
        return List.of(
                kind.list(), kind.add(MODEL), kind.show(), kind.change(MODEL), kind.remove());
    }

    private static List<Operation> workspace() {
        return List.of(
                get("", "getWorkspace")
                        .in("Workspace")
                        .says("Show the workspace", "Its name and its defaults.")
                        .answers(200, "The workspace."),
                administer(put("", "updateWorkspace"))
                        .in("Workspace")
                        .says(
                                "Change the workspace",
                                "An absent field stays as it is, null clears it.")
                        .reads(WORKSPACE)
                        .answers(200, "It as it is now."));
    }

    private static List<Operation> optOuts() {
        var kind = new Kind("Opt-outs", "/opt-outs", "opt_out", "OptOut", Scope.CHATS_WRITE);
        return List.of(
                kind.list()
                        .needs(Scope.CHATS_READ, ALWAYS)
                        .takes(query("senderId", Types.id(), "Only those of this sender.")),
                kind.add(OPT_OUT).refuses("taken", taken("address")),
                kind.show().needs(Scope.CHATS_READ, ALWAYS),
                kind.removeAlways());
    }

    private static Operation administer(Operation operation) {
        return operation.needs(Scope.WORKSPACE_ADMIN, ALWAYS);
    }

    private static Problem taken(String field) {
        return Problem.conflict(new FieldProblem(field, Flaw.TAKEN));
    }

    private static ObjectNode rate() {
        return Types.of("number").put("minimum", 0.001).put("maximum", 10_000);
    }

    private static ObjectNode scopes() {
        return Meanings.scopes().put("uniqueItems", true);
    }

    /** Entries that are all handled the same way. */
    private record Kind(String tag, String path, String word, String type, Scope keepers) {

        Kind(String tag, String path, String word, String type) {
            this(tag, path, word, type, Scope.WORKSPACE_ADMIN);
        }

        Operation list() {
            return get(path, "list" + type + (type.endsWith("x") ? "es" : "s"))
                    .in(tag)
                    .says(
                            "List " + path.substring(1).replace('-', ' '),
                            "In the order of their making.")
                    .takes(Parameter.PAGE, Parameter.PAGE_SIZE)
                    .answers(200, "A page of them.");
        }

        Operation show() {
            return get(one(), "get" + type)
                    .in(tag)
                    .says("Show " + one(noun()), "One by its id.")
                    .answers(200, "It as it is now.");
        }

        Operation add(Shape shape) {
            return post(path, "create" + type)
                    .needs(keepers, ALWAYS)
                    .in(tag)
                    .says("Add " + one(noun()), "It counts at once.")
                    .reads(shape)
                    .answers(201, "It.", Header.LOCATION);
        }

        Operation change(Shape shape) {
            return put(one(), "update" + type)
                    .needs(keepers, ALWAYS)
                    .in(tag)
                    .says(
                            "Change " + one(noun()),
                            "An absent field stays as it is, null clears it.")
                    .reads(shape.asChange("Update" + type + "Request", "What is to change."))
                    .answers(200, "It as it is now.");
        }

        /** Nothing can refer to it. */
        Operation removeAlways() {
            return delete(one(), "delete" + type)
                    .needs(keepers, ALWAYS)
                    .in(tag)
                    .says("Remove " + one(noun()), "It counts at once.")
                    .answers(204, "It is gone.");
        }

        Operation remove() {
            return removeAlways()
                    .says("Remove " + one(noun()), "As long as nothing refers to it.")
                    .refuses(
                            "inUse",
                            Problem.of(
                                    HttpStatus.CONFLICT,
                                    "Something refers to it, so it has to stay."));
        }

        private String one() {
            return path + "/{" + word + "_id}";
        }

        private static String one(String noun) {
            return ("aeiou".indexOf(noun.charAt(0)) < 0 ? "a " : "an ") + noun;
        }

        private String noun() {
            return word.replace('_', ' ');
        }
    }
}
