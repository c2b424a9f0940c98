package workspace.chats.events;

import java.util.UUID;

/**
 * Something that happened to one chat. An event carries ids, codes and times in the open; names,
 * addresses, numbers, titles and texts only inside {@link Sealed}.
 */
public sealed interface Event permits ChatEvent, AssignmentEvent, DispatchEvent, CallEvent {

    UUID workspaceId();

    /** Also the Kafka key. */
    UUID chatId();
}
