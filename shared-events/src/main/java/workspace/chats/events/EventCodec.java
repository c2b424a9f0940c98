package workspace.chats.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events to plain JSON and back. Fields stand in the order of their record, absent ones are left
 * out, unknown ones are skipped, so a newer producer does not stop an older consumer.
 */
public final class EventCodec {

    private final JsonMapper json =
            JsonMapper.builder()
                    .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .changeDefaultPropertyInclusion(
                            unset -> unset.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .build();

    public byte[] write(Event event) {
        return json.writeValueAsBytes(event);
    }

    /** Throws {@link UndecodableEvent}, which says nothing of what was read. */
    public Event read(EventType type, byte[] value) {
        try {
            return required(json.readValue(value, type.eventClass()));
        } catch (JacksonException | IllegalArgumentException | NullPointerException refused) {
            throw new UndecodableEvent(type);
        }
    }

    public byte[] write(Confidential confidential) {
        return json.writeValueAsBytes(confidential);
    }

    /**
     * What {@link #write(Confidential)} wrote; throws {@link IllegalArgumentException} for anything
     * else.
     */
    public Confidential readConfidential(byte[] value) {
        try {
            return json.readValue(value, Confidential.class);
        } catch (JacksonException refused) {
            throw new IllegalArgumentException("not a confidential part");
        }
    }

    private static Event required(Event event) {
        if (event.chatId() == null || event.workspaceId() == null) {
            throw new IllegalArgumentException("an event needs its workspace and chat");
        }
        return event;
    }
}
