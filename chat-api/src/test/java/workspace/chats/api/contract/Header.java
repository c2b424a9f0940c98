package workspace.chats.api.contract;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A header of answers; {@code always} when no such answer comes without it. */
record Header(String name, ObjectNode schema, boolean always, String description) {

    static final Header REQUEST_ID =
            new Header(
                    "X-Request-Id",
                    Types.text(64),
                    false,
                    "The caller's own if it was harmless, else made by us; name it when you ask about an answer.");
    static final Header LOCATION =
            new Header("Location", Types.text(2000), true, "Where the created thing is.");
    static final Header PREFERENCE_APPLIED =
            new Header("Preference-Applied", Types.text(100), false, "Which preference counted.");
    static final Header ETAG =
            new Header(
                    "ETag",
                    Types.text(100),
                    true,
                    "Covers what can be updated: of all outcomes only a failure changes it, when it sets"
                            + " `needsResponse`. Send it as `If-Match`.");
    static final Header REPLAYED =
            new Header(
                    "Idempotency-Replayed",
                    Types.oneOf("true"),
                    false,
                    "There when an earlier request with the same key did it.");
    static final Header RETRY_AFTER =
            new Header("Retry-After", Types.whole(0), false, "In how many seconds to try again.");
    static final Header AUTHENTICATE =
            new Header("WWW-Authenticate", Types.text(100), true, "`Bearer`, and what is wrong.");

    ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("description", description)
                .put("required", always)
                .set("schema", schema);
    }
}
