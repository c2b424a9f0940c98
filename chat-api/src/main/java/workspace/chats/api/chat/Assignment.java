package workspace.chats.api.chat;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/** The workflow this chat was created for, pinned to one published version. */
@Embeddable
public record Assignment(
        @Column(name = "assignment_id") UUID id,
        @Column(name = "workflow_id") UUID workflowId,
        @Column(name = "workflow_version") Integer versionNumber,
        @Column(name = "assignment_status") AssignmentStatus status) {}
