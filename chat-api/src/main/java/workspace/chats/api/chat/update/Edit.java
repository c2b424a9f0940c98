package workspace.chats.api.chat.update;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import workspace.chats.api.chat.ChatSnapshot;
import workspace.chats.api.chat.Editable;
import workspace.chats.api.chat.References;
import workspace.chats.api.directory.DirectoryQuestion;

/**
 * A chat and what it is to be. Only what changes is judged, so that a client may send back whatever
 * it was given.
 */
record Edit(ChatSnapshot chat, Editable wanted) {

    boolean changesNothing() {
        return wanted.equals(now());
    }

    /** Somebody turns the assistant on, or another one takes over. */
    boolean bringsAssistant() {
        return wanted.assistant().enabled()
                && wanted.assistant().memberId() != null
                && (isTurnedOn() || changesAssistant());
    }

    boolean changesAssistant() {
        return !Objects.equals(wanted.assistant().memberId(), now().assistant().memberId());
    }

    boolean isTurnedOn() {
        return wanted.assistant().enabled() && !now().assistant().enabled();
    }

    References references() {
        var after = wanted.assistant();
        var before = now().assistant();
        return new References(
                changed(wanted.siteId(), now().siteId()),
                bringsAssistant() ? after.memberId() : changed(after.memberId(), before.memberId()),
                changed(after.chatModelId(), before.chatModelId()),
                changed(after.realtimeModelId(), before.realtimeModelId()));
    }

    DirectoryQuestion question() {
        var asked = references();
        return new DirectoryQuestion(
                present(asked.assistantMemberId()),
                null,
                null,
                null,
                asked.siteId(),
                present(asked.chatModelId(), asked.realtimeModelId()));
    }

    @Override
    public String toString() {
        return "Edit[hidden]";
    }

    private Editable now() {
        return chat.chat().editable();
    }

    private static @Nullable UUID changed(@Nullable UUID after, @Nullable UUID before) {
        return Objects.equals(after, before) ? null : after;
    }

    private static Set<UUID> present(@Nullable UUID... ids) {
        return Stream.of(ids).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
