package workspace.chats.api.contract;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Something that a request says outside its body. */
record Parameter(String in, String name, ObjectNode schema, String description) {

    static final Parameter PREFER =
            header(
                    "Prefer",
                    Types.text(1000),
                    "`wait=N` (0 to 10 seconds) waits so long for the outcome of the message, `respond-async` not at all; 3 seconds otherwise. Nonsense is ignored.");

    static final Parameter IF_MATCH =
            header(
                    "If-Match",
                    Types.text(1000),
                    "The `ETag` of what was looked at: 412 when somebody has edited it since, or a failure has set"
                            + " `needsResponse`.");
    static final Parameter PAGE =
            query("page", Types.whole(1), "Counts from 1, which is the default.");
    static final Parameter PAGE_SIZE = query("pageSize", Types.whole(1, 1000), "50 by default.");
    static final Parameter IDEMPOTENCY_KEY =
            header(
                    "Idempotency-Key",
                    Types.matching("^(\"[A-Za-z0-9_:.-]{1,255}\"|[A-Za-z0-9_:.-]{1,255})$"),
                    "Makes a repetition harmless for 24 hours: the same key and body answer with what the first request made, as it is now.");

    static Parameter header(String name, ObjectNode schema, String description) {
        return new Parameter("header", name, schema, description);
    }

    static Parameter query(String name, ObjectNode schema, String description) {
        return new Parameter("query", name, schema, description);
    }

    static Parameter path(String name, ObjectNode schema, String description) {
        return new Parameter("path", name, schema, description);
    }

    ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", name)
                .put("in", in)
                .put("required", in.equals("path"))
                .put("description", description)
                .set("schema", schema);
    }
}
