package workspace.chats.events;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an event without opening it: the record's headers, in the binary mode of
 * CloudEvents 1.0. {@code sequence} is the version that the event's source gave its aggregate,
 * taken under the aggregate's row lock.
 *
 * @param mendedOf the first id of the event that this one stands for, because an operator mended it
 */
public record EventMeta(
        UUID id,
        String type,
        String source,
        UUID workspaceId,
        UUID chatId,
        Instant time,
        long sequence,
        @Nullable String traceparent,
        @Nullable UUID mendedOf) {

    public static final String ID = "ce_id";
    public static final String TYPE = "ce_type";
    public static final String SOURCE = "ce_source";
    public static final String SUBJECT = "ce_subject";
    public static final String TIME = "ce_time";
    public static final String SPEC_VERSION = "ce_specversion";
    public static final String CONTENT_TYPE = "content-type";
    public static final String WORKSPACE_ID = "workspaceid";
    public static final String SEQUENCE = "sequence";
    public static final String TRACEPARENT = "traceparent";

    public static final String MENDED_OF = "mendedof";

    /** All that an event may have. */
    public static final List<String> NAMES =
            List.of(
                    ID,
                    TYPE,
                    SOURCE,
                    SUBJECT,
                    TIME,
                    SPEC_VERSION,
                    CONTENT_TYPE,
                    WORKSPACE_ID,
                    SEQUENCE,
                    TRACEPARENT,
                    MENDED_OF);

    /** An event as it was first told. */
    public EventMeta(
            UUID id,
            String type,
            String source,
            UUID workspaceId,
            UUID chatId,
            Instant time,
            long sequence,
            @Nullable String traceparent) {
        this(id, type, source, workspaceId, chatId, time, sequence, traceparent, null);
    }

    /**
     * The id under which it was first told. It stays the same however often an event is mended: a
     * consumer works once on all that have it in common, and what is sealed is bound to it.
     */
    public UUID origin() {
        return mendedOf == null ? id : mendedOf;
    }

    /** A new event in the place of this one. */
    public EventMeta mendedAs(UUID newId) {
        return new EventMeta(
                newId, type, source, workspaceId, chatId, time, sequence, traceparent, origin());
    }

    /** The headers in a fixed order, all of them safe to show. */
    public Map<String, String> headers() {
        var headers = new LinkedHashMap<String, String>();
        headers.put(ID, id.toString());
        headers.put(TYPE, type);
        headers.put(SOURCE, source);
        headers.put(SUBJECT, chatId.toString());
        headers.put(TIME, time.toString());
        headers.put(SPEC_VERSION, "1.0");
        headers.put(CONTENT_TYPE, "application/json");
        headers.put(WORKSPACE_ID, workspaceId.toString());
        headers.put(SEQUENCE, Long.toString(sequence));
        if (traceparent != null) {
            headers.put(TRACEPARENT, traceparent);
        }
        if (mendedOf != null) {
            headers.put(MENDED_OF, mendedOf.toString());
        }
        return headers;
    }

    /**
     * Throws {@link IllegalArgumentException} when a header is missing or malformed; its text names
     * the header only.
     */
    public static EventMeta of(Map<String, String> headers) {
        return new EventMeta(
                uuid(headers, ID),
                text(headers, TYPE),
                text(headers, SOURCE),
                uuid(headers, WORKSPACE_ID),
                uuid(headers, SUBJECT),
                parse(headers, TIME, Instant::parse),
                parse(headers, SEQUENCE, Long::valueOf),
                headers.get(TRACEPARENT),
                headers.containsKey(MENDED_OF) ? uuid(headers, MENDED_OF) : null);
    }

    private static UUID uuid(Map<String, String> headers, String name) {
        return parse(headers, name, UUID::fromString);
    }

    private static String text(Map<String, String> headers, String name) {
        var value = headers.get(name);
        if (value == null) {
            throw new IllegalArgumentException("header " + name + " is missing");
        }
        return value;
    }

    private static <T> T parse(
            Map<String, String> headers, String name, Function<String, T> parser) {
        var value = text(headers, name);
        try {
            return parser.apply(value);
        } catch (RuntimeException malformed) {
            throw new IllegalArgumentException("header " + name + " is malformed");
        }
    }
}
