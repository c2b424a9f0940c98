package workspace.chats.api.outcome;

import java.util.UUID;
import workspace.chats.events.Event;

/** What somebody says of one attempt at one message or call. */
record Report(SubjectRef subject, Standing standing) {

    static Report in(Event event, UUID subjectId, Standing standing) {
        return new Report(new SubjectRef(event.workspaceId(), event.chatId(), subjectId), standing);
    }

    UUID workspaceId() {
        return subject.workspaceId();
    }
}
