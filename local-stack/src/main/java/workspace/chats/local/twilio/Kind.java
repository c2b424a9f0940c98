package workspace.chats.local.twilio;

import java.time.Instant;
import java.util.Optional;
import workspace.chats.local.peer.Params;

/**
 * What distinguishes messages from calls: their rules, their looks, and how they are looked for.
 */
interface Kind<T extends Item> {

    /** The name in the address, "Messages" or "Calls". */
    String name();

    Optional<Refusal> refusal(Params form);

    T accept(Params form, long at);

    Object resource(T item, Instant now);

    Optional<Refusal> queryRefusal(Params query);

    boolean matches(T item, Params query, Instant now);
}
