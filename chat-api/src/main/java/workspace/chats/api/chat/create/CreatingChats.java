package workspace.chats.api.chat.create;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import workspace.chats.api.access.Visitor;
import workspace.chats.api.body.Body;
import workspace.chats.api.chat.delivery.OptOuts;
import workspace.chats.api.directory.Directories;
import workspace.chats.api.directory.Directory;
import workspace.chats.messaging.Ids;

/**
 * Decides a wish for a chat and, when it is granted, writes down everything about it, all in one
 * transaction.
 */
@Service
class CreatingChats {

    private final Directories directories;
    private final NewChats newChats;
    private final Ids ids;

    CreatingChats(Directories directories, NewChats newChats, Ids ids) {
        this.directories = directories;
        this.newChats = newChats;
        this.ids = ids;
    }

    @Transactional
    Creation create(Visitor visitor, Body body) {
        var request = CreateReader.read(body.fields());
        return directories
                .lookUp(visitor.workspaceId(), visitor.subject(), request.question())
                .map(directory -> create(request, body, directory))
                .orElseGet(Creation.NoWorkspace::new);
    }

    private Creation create(CreateRequest request, Body body, Directory directory) {
        OptOuts optOuts =
                (senderId, address) ->
                        directories.hasOptedOut(directory.workspaceId(), senderId, address);
        return switch (CreateChat.decide(request, body.problems(), directory, optOuts, ids)) {
            case Decision.Accepted(var chat) ->
                    new Creation.Created(newChats.write(directory.workspaceId(), chat));
            case Decision.Invalid(var problems) -> new Creation.Invalid(problems);
            case Decision.NotFound(var problems) -> new Creation.NotFound(problems);
        };
    }
}
