package workspace.chats.api.body;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;
import workspace.chats.api.problem.FieldProblems;
import workspace.chats.api.problem.Flaw;

/**
 * The fields of a request's body, and what is wrong with it so far. Personal data: never printed.
 */
public final class Body {

    private static final JsonMapper SORTED =
            JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();
    private static final JsonMapper CANONICAL =
            SORTED.rebuild().disable(JsonNodeFeature.WRITE_NULL_PROPERTIES).build();

    /** The one field that is kept as it came; in all others null means absent. */
    private static final String OF_ANY_SHAPE = "definition";

    private static final byte[] NO_FIELDS = {'{', '}'};

    private final @Nullable ObjectNode root;
    private final FieldProblems problems;
    private final boolean isAbsent;

    private Body(@Nullable ObjectNode root, FieldProblems problems, boolean isAbsent) {
        this.isAbsent = isAbsent;
        this.root = root;
        this.problems = problems;
    }

    /** Never fails: a body that is no JSON object has no fields and one problem. */
    public static Body parse(byte[] json) {
        var problems = new FieldProblems();
        return new Body(objectIn(json, problems), problems, json.length == 0);
    }

    /** Whether nothing at all was sent. */
    public boolean isAbsent() {
        return isAbsent;
    }

    /** An object without fields; what a request says that has no body. */
    public static Body none() {
        return parse(NO_FIELDS);
    }

    /**
     * For requests whose body may be left out: nothing at all reads as an object without fields.
     */
    public Body orNone() {
        return isAbsent ? none() : this;
    }

    /** A body without an object has no fields, and what they lack is not worth saying. */
    public Fields fields() {
        return root == null
                ? new Fields("", JsonNodeFactory.instance.objectNode(), new FieldProblems())
                : new Fields("", root, problems);
    }

    /**
     * The same for bodies that say the same, however they are written: white space, the order of
     * fields and nulls that mean absent do not count. Of a body that is no object, nothing is left.
     */
    public byte[] canonical() {
        return root == null ? new byte[0] : CANONICAL.writeValueAsBytes(withContent(root));
    }

    /** Writes out what is content, its nulls too. */
    private static ObjectNode withContent(ObjectNode root) {
        var said = JsonNodeFactory.instance.objectNode().setAll(root);
        if (root.hasNonNull(OF_ANY_SHAPE)) {
            var content = SORTED.writeValueAsString(root.get(OF_ANY_SHAPE));
            said.putRawValue(OF_ANY_SHAPE, new RawValue(content));
        }
        return said;
    }

    public FieldProblems problems() {
        return problems;
    }

    private static @Nullable ObjectNode objectIn(byte[] json, FieldProblems problems) {
        if (isNotUtf8(json)) {
            problems.add("$", Flaw.MALFORMED_JSON);
            return null;
        }
        try {
            if (new TreeReader(problems).read(json) instanceof ObjectNode object) {
                return object;
            }
            problems.add("$", Flaw.WRONG_TYPE);
        } catch (JacksonException malformed) {
            problems.add("$", Flaw.MALFORMED_JSON);
        }
        return null;
    }

    /** Jackson would read UTF-16 and UTF-32 too: their first two bytes give them away. */
    private static boolean isNotUtf8(byte[] json) {
        for (int i = 0; i < Math.min(2, json.length); i++) {
            if (json[i] == 0 || json[i] == (byte) 0xfe || json[i] == (byte) 0xff) {
                return true;
            }
        }
        return false;
    }
}
