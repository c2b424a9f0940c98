package workspace.chats.api.directory.entry;

import java.net.URI;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import workspace.chats.api.access.Caller;
import workspace.chats.api.body.Body;
import workspace.chats.api.idempotency.Claim.Fresh;
import workspace.chats.api.idempotency.Claim.Replay;
import workspace.chats.api.idempotency.Idempotency;
import workspace.chats.api.idempotency.IdempotencyKey;

/** Makes or does what a POST asks for, and only once for one key. */
@Component
public class Once {

    private final Idempotency idempotency;

    Once(Idempotency idempotency) {
        this.idempotency = idempotency;
    }

    /**
     * In one transaction: the thing, and that it was made.
     *
     * @param id of the thing, which is its name below the request's path
     * @param show the thing of that id as it is now
     */
    @Transactional
    public <T> ResponseEntity<T> make(
            Caller caller,
            IdempotencyKey key,
            Body body,
            Supplier<T> make,
            Function<T, String> id,
            Function<String, T> show) {
        return switch (idempotency.claim(key, caller.memberId(), body)) {
            case Replay replay ->
                    created(key, replay.resourceId())
                            .header(Idempotency.REPLAYED, "true")
                            .body(show.apply(replay.resourceId()));
            case Fresh fresh -> {
                var made = make.get();
                fresh.keep(HttpStatus.CREATED, "directory", id.apply(made));
                yield created(key, id.apply(made)).body(made);
            }
        };
    }

    /**
     * Does something to what is there already; a repetition does nothing, whatever was done since.
     *
     * @param id of the thing, as the request's path has it
     * @param show the thing as it is now
     */
    @Transactional
    public <T> ResponseEntity<T> act(
            Caller caller, IdempotencyKey key, String id, Supplier<T> act, Supplier<T> show) {
        return switch (idempotency.claim(key, caller.memberId(), Body.none())) {
            case Replay replay ->
                    ResponseEntity.status(replay.status())
                            .header(Idempotency.REPLAYED, "true")
                            .body(show.get());
            case Fresh fresh -> {
                var done = act.get();
                fresh.keep(HttpStatus.OK, "directory", id);
                yield ResponseEntity.ok(done);
            }
        };
    }

    private static ResponseEntity.BodyBuilder created(IdempotencyKey key, String id) {
        return ResponseEntity.created(URI.create(key.path() + "/" + id));
    }
}
