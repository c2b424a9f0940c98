package workspace.chats.api.idempotency;

import java.time.Duration;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import workspace.chats.api.body.Body;
import workspace.chats.api.idempotency.Claim.Fresh;
import workspace.chats.api.idempotency.Claim.Replay;
import workspace.chats.api.problem.Problem;
import workspace.chats.api.problem.Refused;

/**
 * Says whether a POST is the first of its kind. Its controller takes an {@link IdempotencyKey}
 * beside its {@link Body}; the transaction that does the work begins like this:
 *
 * <pre>{@code
 * return switch (idempotency.claim(key, caller.memberId(), body)) {
 *     case Replay replay -> new Repeated(replay.id());
 *     case Fresh fresh -> {
 *         var made = make(...);
 *         fresh.keep(HttpStatus.CREATED, "message", made.id());
 *         yield made;
 *     }
 * };
 * }</pre>
 *
 * The claim comes after the caller is known to be a member and before anything is judged that can
 * change between two sendings, such as what the workspace has. The answer to a {@code Replay} is
 * rendered after the transaction, with the header {@link #REPLAYED}.
 *
 * <p>A key belongs to its workspace, caller and route; it is claimed until the transaction ends,
 * whatever instance its twins come to. Without a key nothing is asked of the database, with one it
 * is one statement for the claim and one to keep.
 */
@Component
public class Idempotency {

    /** The header, {@code true}, of an answer that tells what was made before. */
    public static final String REPLAYED = "Idempotency-Replayed";

    private static final Duration SOON = Duration.ofSeconds(1);

    private final IdempotencyKeys keys;

    Idempotency(IdempotencyKeys keys) {
        this.keys = keys;
    }

    /**
     * Never waits for another request.
     *
     * @param callerId the member who calls
     * @throws Refused 400 for a malformed key, 409 while the first request with this key is still
     *     running, 422 when it had another path or body
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Claim claim(IdempotencyKey key, UUID callerId, Body body) {
        return key.value()
                .map(value -> new ScopedKey(key.workspaceId(), callerId, key.route(), value))
                .map(scoped -> claim(scoped, Fingerprint.of(key.path(), body)))
                .orElseGet(() -> new Fresh(nothing -> {}));
    }

    private Claim claim(ScopedKey key, Fingerprint fingerprint) {
        return switch (keys.claim(key)) {
            case Known.Unused() -> new Fresh(kept -> keys.add(key, fingerprint, kept));
            case Known.Running() -> throw new Refused(running(), SOON);
            case Known.Used used when used.fingerprint().equals(fingerprint) ->
                    new Replay(used.status(), used.resourceId());
            case Known.Used other -> throw new Refused(otherRequest());
        };
    }

    /** 409 while the first request with the same key is still running. */
    public static Problem running() {
        return Problem.of(
                HttpStatus.CONFLICT,
                "The first request with this Idempotency-Key is still running; try again soon.");
    }

    /** 422 when the key was used for another request. */
    public static Problem otherRequest() {
        return Problem.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "This Idempotency-Key was used for a request with another path or body.");
    }
}
