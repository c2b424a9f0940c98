package workspace.chats.events;

import java.time.Instant;
import java.util.UUID;

/** What assignment-service says, on {@link Topics#ASSIGNMENT_EVENTS}. */
public sealed interface AssignmentEvent extends Event {

    /** The assignment that chat-api reserved exists and is active. */
    record AssignmentCreated(
            UUID workspaceId,
            UUID chatId,
            UUID assignmentId,
            UUID workflowId,
            int versionNumber,
            Instant at)
            implements AssignmentEvent {}
}
