package workspace.chats.api.chat.update;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import workspace.chats.api.access.Caller;
import workspace.chats.api.access.Visitor;
import workspace.chats.api.body.Body;
import workspace.chats.api.chat.ChatSnapshot;
import workspace.chats.api.chat.VisibleChats;
import workspace.chats.api.directory.Directories;
import workspace.chats.api.directory.Directory;
import workspace.chats.api.problem.Refused;
import workspace.chats.api.timeline.Timeline;
import workspace.chats.api.timeline.TimelineStep;

/**
 * Decides an edit against the chat as it is under its lock and, when it is granted, writes it down
 * with its event, all in one transaction. So edits follow one another, and outcomes wait for them.
 */
@Service
class UpdatingChats {

    private final VisibleChats chats;
    private final Directories directories;
    private final EditedChats edited;
    private final Timeline timeline;

    UpdatingChats(
            VisibleChats chats, Directories directories, EditedChats edited, Timeline timeline) {
        this.chats = chats;
        this.directories = directories;
        this.edited = edited;
        this.timeline = timeline;
    }

    /**
     * The precondition is judged before the body, as RFC 9110 has it.
     *
     * @throws Refused 404 for a chat that the caller may not see, 403 for one that he may only see
     */
    @Transactional
    public Update update(Visitor visitor, Caller caller, String id, IfMatch condition, Body body) {
        var chat = chats.toChangeLocked(caller, id);
        if (!condition.allows(chat.etag())) {
            return new Update.Stale();
        }
        var wanted = UpdateReader.read(body.fields(), chat.chat().editable());
        return update(visitor, new Edit(chat, wanted), body);
    }

    private Update update(Visitor visitor, Edit edit, Body body) {
        if (edit.changesNothing() && body.problems().isEmpty()) {
            return new Update.Done(edit.chat());
        }
        return directories
                .lookUp(visitor.workspaceId(), visitor.subject(), edit.question())
                .map(directory -> update(edit, body, directory))
                .orElseGet(Update.NoWorkspace::new);
    }

    private Update update(Edit edit, Body body, Directory directory) {
        return switch (UpdateChat.decide(edit, body.problems(), directory)) {
            case Decision.Accepted accepted ->
                    new Update.Done(write(edit.chat(), accepted, directory.callerId()));
            case Decision.Invalid(var problems) -> new Update.Invalid(problems);
            case Decision.NotFound(var problems) -> new Update.NotFound(problems);
        };
    }

    private ChatSnapshot write(ChatSnapshot chat, Decision.Accepted accepted, UUID callerId) {
        timeline.append(
                chat.chat().workspaceId(),
                List.of(TimelineStep.updated(chat.chat().id(), callerId)));
        return edited.write(chat, accepted.edited(), accepted.newcomer());
    }
}
