package workspace.chats.api.contract;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import workspace.chats.events.ReasonCode;

/**
 * Schemas of what is answered, read from the records that are answered: a component that may be
 * null is left out then, every other one is always there.
 */
final class Schemas {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Meanings meanings;
    private final Map<String, ObjectNode> components = new TreeMap<>();
    private final Map<String, Class<?>> named = new HashMap<>();

    Schemas(Meanings meanings) {
        this.meanings = meanings;
    }

    Map<String, ObjectNode> components() {
        return components;
    }

    void add(Shape shape) {
        components.put(shape.name(), shape.schema());
    }

    ObjectNode of(ResolvableType type) {
        var raw = type.resolve(Object.class);
        if (Collection.class.isAssignableFrom(raw)) {
            return Types.of("array").set("items", of(type.as(Collection.class).getGeneric(0)));
        }
        if (Map.class.isAssignableFrom(raw)) {
            return Types.of("object")
                    .set("additionalProperties", of(type.as(Map.class).getGeneric(1)));
        }
        return raw.isEnum() || raw.isRecord() ? component(raw, type) : simple(raw);
    }

    private static ObjectNode simple(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "UUID" -> Types.id();
            case "Instant" -> Types.time();
            case "String" -> Types.of("string");
            case "boolean", "Boolean" -> Types.flag();
            case "int", "Integer" -> Types.of("integer").put("format", "int32");
            case "long", "Long" -> Types.of("integer").put("format", "int64");
            case "JsonNode" -> Types.of("object");
            case "double", "Double" -> Types.of("number").put("format", "double");
            default -> throw new IllegalArgumentException("no schema for " + type);
        };
    }

    private ObjectNode component(Class<?> raw, ResolvableType type) {
        var name = nameOf(raw, type);
        if (named.putIfAbsent(name, raw) == null) {
            components.put(name, raw.isEnum() ? words(raw, name) : object(raw, type, name));
        } else if (!raw.equals(named.get(name))) {
            throw new IllegalStateException("two types are called " + name);
        }
        return Types.ref(name);
    }

    /** {@code Listing<SiteEntry>} is called {@code SiteListing}. */
    private static String nameOf(Class<?> raw, ResolvableType type) {
        var arguments =
                Arrays.stream(type.getGenerics())
                        .map(argument -> Meanings.nameOf(argument.resolve(Object.class)))
                        .toList();
        return String.join("", arguments) + Meanings.nameOf(raw);
    }

    private ObjectNode words(Class<?> type, String name) {
        var words =
                Arrays.stream(type.getEnumConstants())
                        .map(constant -> JSON.valueToTree(constant).stringValue())
                        .toList();
        var schema = Types.oneOf(words).put("description", meanings.of(name));
        return type == ReasonCode.class ? Types.open(schema) : schema;
    }

    private ObjectNode object(Class<?> type, ResolvableType resolved, String name) {
        var schema = JsonNodeFactory.instance.objectNode();
        schema.put("type", "object").put("description", meanings.of(name));
        var required = schema.putArray("required");
        var properties = schema.putObject("properties");
        for (var component : type.getRecordComponents()) {
            if (annotation(component, JsonIgnore.class) != null) {
                continue;
            }
            var property = property(component);
            properties.set(
                    property,
                    described(
                            of(ResolvableType.forType(component.getGenericType(), resolved)),
                            name + "." + property));
            if (isAlwaysThere(type, component)) {
                required.add(property);
            }
        }
        return schema;
    }

    private ObjectNode described(ObjectNode schema, String place) {
        var replaced = meanings.schemaOf(place);
        return (replaced == null ? schema : replaced).put("description", meanings.of(place));
    }

    private static String property(RecordComponent component) {
        var renamed = annotation(component, JsonProperty.class);
        return renamed == null || renamed.value().isEmpty() ? component.getName() : renamed.value();
    }

    private static boolean isAlwaysThere(Class<?> type, RecordComponent component) {
        var nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        var include = type.getAnnotation(JsonInclude.class);
        if (nullable && include == null) {
            throw new IllegalStateException(component + " would be written as null");
        }
        var maybeEmpty =
                include != null
                        && include.value() == JsonInclude.Include.NON_EMPTY
                        && List.of(List.class, Map.class).contains(component.getType());
        return !nullable && !maybeEmpty;
    }

    private static <A extends Annotation> @Nullable A annotation(
            RecordComponent component, Class<A> type) {
        try {
            return component
                    .getDeclaringRecord()
                    .getDeclaredField(component.getName())
                    .getAnnotation(type);
        } catch (NoSuchFieldException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
