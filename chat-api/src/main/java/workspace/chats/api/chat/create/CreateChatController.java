package workspace.chats.api.chat.create;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import workspace.chats.api.access.Limits;
import workspace.chats.api.access.Visitor;
import workspace.chats.api.body.Body;
import workspace.chats.api.chat.Chat;
import workspace.chats.api.chat.ChatResponse;
import workspace.chats.api.chat.ChatSnapshot;
import workspace.chats.api.chat.Chats;
import workspace.chats.api.chat.Key;
import workspace.chats.api.chat.create.Creation.Created;
import workspace.chats.api.chat.create.Creation.Repeated;
import workspace.chats.api.chat.delivery.DeliverySettings;
import workspace.chats.api.idempotency.Idempotency;
import workspace.chats.api.idempotency.IdempotencyKey;
import workspace.chats.api.outcome.OutcomeWait;
import workspace.chats.api.outcome.Preference;
import workspace.chats.api.problem.Problem;
import workspace.chats.api.problem.Refused;

/**
 * Creates chats, and waits a little for the outcome of a first message: after the commit, with no
 * connection held.
 */
@RestController
@RequestMapping("/api/v2/w/{workspace}/chats")
class CreateChatController {

    private static final Logger log = LoggerFactory.getLogger(CreateChatController.class);

    private final CreatingChats creating;
    private final Chats chats;
    private final OutcomeWait outcomes;
    private final DeliverySettings settings;
    private final Limits limits;

    CreateChatController(
            CreatingChats creating,
            Chats chats,
            OutcomeWait outcomes,
            DeliverySettings settings,
            Limits limits) {
        this.creating = creating;
        this.chats = chats;
        this.outcomes = outcomes;
        this.settings = settings;
        this.limits = limits;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ChatResponse> create(
            Visitor visitor,
            Body body,
            IdempotencyKey key,
            @RequestHeader(name = "Prefer", required = false, defaultValue = "")
                    List<String> prefer) {
        var preference = Preference.of(prefer, settings.waitAtMost());
        limits.letAsk(visitor);
        return switch (creating.create(visitor, body, key)) {
            case Created created -> answer(created, preference);
            case Repeated(var chat) ->
                    answer(new Created(chats.find(chat).orElseThrow(), true), preference);
            case Creation.Invalid(var problems) -> throw new Refused(Problem.invalid(problems));
            case Creation.NotFound(var problems) -> throw new Refused(Problem.notFound(problems));
            case Creation.NoWorkspace() -> throw new Refused(Problem.workspaceNotFound());
        };
    }

    /** After a wait the database knows better; without one nothing can have happened yet. */
    private ChatSnapshot settled(Created created, Preference preference) {
        var message = created.pendingMessage();
        if (message == null || preference.waitAtMost().isZero()) {
            return created.snapshot();
        }
        var chat = created.snapshot().chat();
        outcomes.awaitSettled(chat.workspaceId(), chat.id(), message.id(), preference.waitAtMost());
        return now(chat).orElse(created.snapshot());
    }

    /**
     * Nothing when the database cannot be asked: the chat exists all the same, and an error would
     * invite the caller to create it again.
     */
    private Optional<ChatSnapshot> now(Chat chat) {
        try {
            return chats.find(new Key(chat.workspaceId(), chat.id()));
        } catch (DataAccessException | TransactionException away) {
            log.warn("chat {} answered as created: {}", chat.id(), away.getClass().getName());
            return Optional.empty();
        }
    }

    private ResponseEntity<ChatResponse> answer(Created created, Preference preference) {
        var snapshot = settled(created, preference);
        var answer = ResponseEntity.created(place(snapshot.chat()));
        preference.applied().ifPresent(applied -> answer.header("Preference-Applied", applied));
        if (created.again()) {
            answer.header(Idempotency.REPLAYED, "true");
        }
        return answer.body(ChatResponse.of(snapshot));
    }

    private static URI place(Chat chat) {
        return URI.create("/api/v2/w/" + chat.workspaceId() + "/chats/" + chat.id());
    }
}
