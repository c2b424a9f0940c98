package workspace.chats.api.chat;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import workspace.chats.events.CallStatus;
import workspace.chats.events.Channel;
import workspace.chats.events.ReasonCode;
import workspace.chats.events.Role;

/**
 * How enums stand in their columns: in the words of the public API. JPA wants a class for each of
 * them.
 */
abstract class Columns<E extends Enum<E>> implements AttributeConverter<E, String> {

    private final Class<E> type;
    private final char separator;

    private Columns(Class<E> type, char separator) {
        this.type = type;
        this.separator = separator;
    }

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable E constant) {
        return constant == null
                ? null
                : constant.name().toLowerCase(Locale.ROOT).replace('_', separator);
    }

    @Override
    public @Nullable E convertToEntityAttribute(@Nullable String word) {
        return word == null
                ? null
                : Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace(separator, '_'));
    }

    @Converter(autoApply = true)
    static class OfChannel extends Columns<Channel> {
        OfChannel() {
            super(Channel.class, '-');
        }
    }

    @Converter(autoApply = true)
    static class OfRole extends Columns<Role> {
        OfRole() {
            super(Role.class, '_');
        }
    }

    @Converter(autoApply = true)
    static class OfDirection extends Columns<Direction> {
        OfDirection() {
            super(Direction.class, '_');
        }
    }

    @Converter(autoApply = true)
    static class OfMessageStatus extends Columns<MessageStatus> {
        OfMessageStatus() {
            super(MessageStatus.class, '_');
        }
    }

    @Converter(autoApply = true)
    static class OfCallStatus extends Columns<CallStatus> {
        OfCallStatus() {
            super(CallStatus.class, '_');
        }
    }

    @Converter(autoApply = true)
    static class OfAssignmentStatus extends Columns<AssignmentStatus> {
        OfAssignmentStatus() {
            super(AssignmentStatus.class, '_');
        }
    }

    @Converter(autoApply = true)
    static class OfReasonCode extends Columns<ReasonCode> {
        OfReasonCode() {
            super(ReasonCode.class, '_');
        }

        /** A newer version beside this one may have written a word that came after this one. */
        @Override
        public @Nullable ReasonCode convertToEntityAttribute(@Nullable String word) {
            return word == null ? null : ReasonCode.of(word);
        }
    }
}
