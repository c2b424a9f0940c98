package workspace.chats.api.chat.create;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import workspace.chats.api.access.Limits;
import workspace.chats.api.access.Visitor;
import workspace.chats.api.body.Body;
import workspace.chats.api.chat.Key;
import workspace.chats.api.chat.create.Creation.Created;
import workspace.chats.api.chat.create.Creation.Repeated;
import workspace.chats.api.chat.delivery.OptOuts;
import workspace.chats.api.directory.Directories;
import workspace.chats.api.directory.Directory;
import workspace.chats.api.idempotency.Claim.Fresh;
import workspace.chats.api.idempotency.Claim.Replay;
import workspace.chats.api.idempotency.Idempotency;
import workspace.chats.api.idempotency.IdempotencyKey;
import workspace.chats.messaging.Ids;

/**
 * Decides a wish for a chat and, when it is granted, writes down everything about it, all in one
 * transaction.
 */
@Service
class CreatingChats {

    private final Directories directories;
    private final NewChats newChats;
    private final Idempotency idempotency;
    private final Ids ids;
    private final Limits limits;

    CreatingChats(
            Directories directories,
            NewChats newChats,
            Idempotency idempotency,
            Ids ids,
            Limits limits) {
        this.directories = directories;
        this.newChats = newChats;
        this.idempotency = idempotency;
        this.ids = ids;
        this.limits = limits;
    }

    @Transactional
    Creation create(Visitor visitor, Body body, IdempotencyKey key) {
        var request = CreateReader.read(body.fields());
        var known =
                directories.lookUp(visitor.workspaceId(), visitor.subject(), request.question());
        return limits.counted(visitor, known)
                .map(directory -> once(key, request, body, directory))
                .orElseGet(Creation.NoWorkspace::new);
    }

    private Creation once(
            IdempotencyKey key, CreateRequest request, Body body, Directory directory) {
        return switch (idempotency.claim(key, directory.callerId(), body)) {
            case Replay replay -> new Repeated(new Key(directory.workspaceId(), replay.id()));
            case Fresh fresh -> {
                var creation = create(request, body, directory);
                if (creation instanceof Created(var chat, var again)) {
                    fresh.keep(HttpStatus.CREATED, "chat", chat.chat().id());
                }
                yield creation;
            }
        };
    }

    private Creation create(CreateRequest request, Body body, Directory directory) {
        OptOuts optOuts =
                (senderId, address) ->
                        directories.hasOptedOut(directory.workspaceId(), senderId, address);
        return switch (CreateChat.decide(request, body.problems(), directory, optOuts, ids)) {
            case Decision.Accepted(var chat) ->
                    Created.now(newChats.write(new Key(directory.workspaceId(), ids.next()), chat));
            case Decision.Invalid(var problems) -> new Creation.Invalid(problems);
            case Decision.NotFound(var problems) -> new Creation.NotFound(problems);
        };
    }
}
