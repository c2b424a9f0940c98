package workspace.chats.api.chat.dm;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import workspace.chats.api.access.Caller;
import workspace.chats.api.access.Visitor;
import workspace.chats.api.body.Body;
import workspace.chats.api.chat.Key;
import workspace.chats.api.chat.create.NewChats;
import workspace.chats.api.chat.dm.Meeting.Found;
import workspace.chats.api.chat.dm.Meeting.Made;
import workspace.chats.api.chat.dm.Meeting.Repeated;
import workspace.chats.api.directory.Directories;
import workspace.chats.api.directory.Directory;
import workspace.chats.api.directory.DirectoryQuestion;
import workspace.chats.api.directory.Member;
import workspace.chats.api.idempotency.Claim.Fresh;
import workspace.chats.api.idempotency.Claim.Replay;
import workspace.chats.api.idempotency.Idempotency;
import workspace.chats.api.idempotency.IdempotencyKey;
import workspace.chats.api.problem.FieldProblem;
import workspace.chats.api.problem.Flaw;
import workspace.chats.api.problem.Problem;
import workspace.chats.api.problem.Refused;
import workspace.chats.messaging.Ids;

/** Finds the chat of two members or makes it, all in one transaction. */
@Service
class Meetings {

    private final Directories directories;
    private final Pairs pairs;
    private final NewChats newChats;
    private final Idempotency idempotency;
    private final Ids ids;

    Meetings(
            Directories directories,
            Pairs pairs,
            NewChats newChats,
            Idempotency idempotency,
            Ids ids) {
        this.directories = directories;
        this.pairs = pairs;
        this.newChats = newChats;
        this.idempotency = idempotency;
        this.ids = ids;
    }

    @Transactional
    Meeting meet(Visitor visitor, Caller caller, Body body, IdempotencyKey key) {
        return switch (idempotency.claim(key, caller.memberId(), body)) {
            case Replay replay ->
                    new Repeated(new Key(caller.workspaceId(), replay.id()), replay.status());
            case Fresh fresh -> kept(fresh, meet(visitor, caller, body));
        };
    }

    private static Meeting kept(Fresh fresh, Meeting meeting) {
        switch (meeting) {
            case Made(var made) -> fresh.keep(HttpStatus.CREATED, "chat", made.chat().id());
            case Found(var chat) -> fresh.keep(HttpStatus.OK, "chat", chat.id());
            case Repeated again -> {}
            case Meeting.Invalid wrong -> {}
            case Meeting.NotFound missing -> {}
            case Meeting.Forbidden refused -> {}
        }
        return meeting;
    }

    private Meeting meet(Visitor visitor, Caller caller, Body body) {
        var other = DirectMessage.withWhom(caller.memberId(), body.fields());
        if (!body.problems().isEmpty() || other == null) {
            return new Meeting.Invalid(body.problems().toList());
        }
        var directory = lookUp(visitor, other);
        return directory
                .activeMember(other)
                .map(member -> meet(caller, member, directory))
                .orElseGet(Meetings::noMember);
    }

    private Meeting meet(Caller caller, Member other, Directory directory) {
        var pair = new Pair(caller.workspaceId(), caller.memberId(), other.id());
        var known = pairs.find(pair);
        if (known.isPresent()) {
            return new Found(known.get());
        }
        if (!DirectMessage.mayBegin(caller, other)) {
            return new Meeting.Forbidden();
        }
        return begin(pair, directory.activeMember(caller.memberId()).orElseThrow(), other);
    }

    /** Whoever takes the pair makes the chat; the others wait for him and find it. */
    private Meeting begin(Pair pair, Member beginner, Member other) {
        var chat = new Key(pair.workspaceId(), ids.next());
        if (!pairs.take(pair, chat)) {
            return new Found(pairs.find(pair).orElseThrow());
        }
        return new Made(newChats.write(chat, DirectMessage.between(beginner, other)));
    }

    private Directory lookUp(Visitor visitor, UUID other) {
        var question = new DirectoryQuestion(Set.of(other), null, null, null, null, Set.of());
        return directories
                .lookUp(visitor.workspaceId(), visitor.subject(), question)
                .orElseThrow(() -> new Refused(Problem.workspaceNotFound()));
    }

    private static Meeting noMember() {
        return new Meeting.NotFound(List.of(new FieldProblem("memberId", Flaw.NOT_FOUND)));
    }
}
