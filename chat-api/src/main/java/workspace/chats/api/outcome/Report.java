package workspace.chats.api.outcome;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import workspace.chats.events.Event;

/**
 * What somebody says of one attempt at one message or call.
 *
 * @param refused the attempt that is not to be made after all, so that the standing's, an earlier
 *     one, counts again; null in all other reports
 */
record Report(SubjectRef subject, Standing standing, @Nullable Integer refused) {

    Report(SubjectRef subject, Standing standing) {
        this(subject, standing, null);
    }

    static Report in(Event event, UUID subjectId, Standing standing) {
        return new Report(new SubjectRef(event.workspaceId(), event.chatId(), subjectId), standing);
    }

    /** What stands once this report is in. */
    Standing after(Standing now) {
        return refused == null ? now.after(standing) : now.afterRefusal(refused, standing);
    }

    UUID workspaceId() {
        return subject.workspaceId();
    }
}
