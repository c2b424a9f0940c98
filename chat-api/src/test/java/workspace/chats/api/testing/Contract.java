package workspace.chats.api.testing;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The schemas of an OpenAPI document, made strict: what the document does not mention is a flaw,
 * also where clients have to bear with it.
 */
public final class Contract {

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDialect(
                    Dialect.builder(Dialects.getDraft202012())
                            .keyword(new NonValidationKeyword("components"))
                            .keyword(new NonValidationKeyword("x-open"))
                            .build(),
                    settings ->
                            settings.schemaRegistryConfig(
                                    SchemaRegistryConfig.builder()
                                            .formatAssertionsEnabled(true)
                                            .build()));

    private final JsonNode document;

    /** Made once each, by the node itself: the document does not change, and is large. */
    private final Map<JsonNode, Schema> schemas =
            Collections.synchronizedMap(new IdentityHashMap<>());

    public Contract(JsonNode document) {
        this.document = document.deepCopy();
        this.document.path("components").path("schemas").forEach(Contract::close);
    }

    /** The document that is served. */
    public static Contract committed() {
        try (var file =
                Objects.requireNonNull(Contract.class.getResourceAsStream("/openapi.json"))) {
            return new Contract(new JsonMapper().readTree(file));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public JsonNode document() {
        return document;
    }

    /**
     * The call that a path belongs to, a literal segment before a variable one.
     *
     * @return null when the document has none
     */
    public @Nullable JsonNode operation(String method, String path) {
        return document.path("paths").properties().stream()
                .filter(template -> matches(template.getKey(), path))
                .filter(template -> template.getValue().has(method.toLowerCase(Locale.ROOT)))
                .min(Comparator.comparing(template -> template.getKey().replace('{', '~')))
                .map(template -> template.getValue().get(method.toLowerCase(Locale.ROOT)))
                .orElse(null);
    }

    public JsonNode component(String name) {
        return document.path("components").path("schemas").path(name);
    }

    private static boolean matches(String template, String path) {
        return path.matches(template.replaceAll("\\{[^}]*}", "[^/]+"));
    }

    /** What is wrong with a value, in words that quote it: for tests alone. */
    public List<String> flaws(JsonNode schema, JsonNode value) {
        return schemas.computeIfAbsent(schema, this::schema).validate(value).stream()
                .map(Object::toString)
                .toList();
    }

    private Schema schema(JsonNode schema) {
        var whole = schema.deepCopy();
        if (whole instanceof ObjectNode object) {
            object.set("components", document.path("components")); // where references lead
        }
        var read = REGISTRY.getSchema(whole);
        read.initializeValidators(); // before several threads use it
        return read;
    }

    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object
                && object.has("properties")
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
    }
}
