package workspace.chats.api.chat.message;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import workspace.chats.api.access.Caller;
import workspace.chats.api.body.Body;
import workspace.chats.api.body.Parameters;
import workspace.chats.api.chat.Chat;
import workspace.chats.api.chat.Key;
import workspace.chats.api.chat.MessageStatus;
import workspace.chats.api.chat.VisibleChats;
import workspace.chats.api.chat.delivery.DeliverySettings;
import workspace.chats.api.idempotency.Idempotency;
import workspace.chats.api.idempotency.IdempotencyKey;
import workspace.chats.api.outcome.OutcomeWait;
import workspace.chats.api.outcome.Preference;
import workspace.chats.api.page.Cursor;
import workspace.chats.api.page.Page;
import workspace.chats.api.page.PageRequest;
import workspace.chats.api.problem.Problem;
import workspace.chats.api.problem.Refused;

/**
 * Lists a chat's messages, and takes new ones: as a create does, it waits a little for what became
 * of them.
 */
@RestController
@RequestMapping("/api/v2/w/{workspace}/chats/{chat}/messages")
class MessagesController {

    private static final Logger log = LoggerFactory.getLogger(MessagesController.class);

    private final VisibleChats chats;
    private final Messages messages;
    private final PostingMessages posting;
    private final OutcomeWait outcomes;
    private final DeliverySettings settings;

    MessagesController(
            VisibleChats chats,
            Messages messages,
            PostingMessages posting,
            OutcomeWait outcomes,
            DeliverySettings settings) {
        this.chats = chats;
        this.messages = messages;
        this.posting = posting;
        this.outcomes = outcomes;
        this.settings = settings;
    }

    @GetMapping
    Page<MessageResponse> list(Caller caller, @PathVariable String chat, Parameters parameters) {
        var seen = keyOf(chats.toSee(caller, chat).chat());
        var request = PageRequest.in(parameters);
        return Page.of(
                messages.of(seen, request),
                request.limit(),
                last -> new Cursor(last.createdAt(), 0, last.id()));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<MessageResponse> post(
            Caller caller,
            @PathVariable String chat,
            Body body,
            IdempotencyKey key,
            @RequestHeader(name = "Prefer", required = false, defaultValue = "")
                    List<String> prefer) {
        var changed = chats.toChange(caller, chat).chat();
        var text = PostReader.read(body.fields(), changed.channel());
        if (!body.problems().isEmpty()) {
            throw new Refused(Problem.invalid(body.problems().toList()));
        }
        var posted = posting.post(keyOf(changed), caller.memberId(), text, key, body);
        var preference = Preference.of(prefer, settings.waitAtMost());
        return answer(settled(keyOf(changed), posted, preference), preference);
    }

    private Posted settled(Key chat, Posted posted, Preference preference) {
        var message = posted.message();
        if (message.status() != MessageStatus.PENDING || preference.waitAtMost().isZero()) {
            return posted;
        }
        outcomes.awaitSettled(chat.workspaceId(), chat.id(), message.id(), preference.waitAtMost());
        return now(new Key(chat.workspaceId(), message.id()))
                .map(it -> new Posted(it, posted.again()))
                .orElse(posted);
    }

    /**
     * Nothing when the database cannot be asked: the message is written all the same, and an error
     * would invite its author to write it again.
     */
    private Optional<MessageResponse> now(Key message) {
        try {
            return messages.find(message);
        } catch (DataAccessException | TransactionException away) {
            log.warn("message {} answered as posted: {}", message.id(), away.getClass().getName());
            return Optional.empty();
        }
    }

    private static ResponseEntity<MessageResponse> answer(Posted posted, Preference preference) {
        var answer = ResponseEntity.status(HttpStatus.CREATED);
        preference.applied().ifPresent(applied -> answer.header("Preference-Applied", applied));
        if (posted.again()) {
            answer.header(Idempotency.REPLAYED, "true");
        }
        return answer.body(posted.message());
    }

    private static Key keyOf(Chat chat) {
        return new Key(chat.workspaceId(), chat.id());
    }
}
