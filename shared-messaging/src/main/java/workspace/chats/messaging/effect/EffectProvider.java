package workspace.chats.messaging.effect;

import java.util.Set;
import workspace.chats.events.Confidential;

/**
 * The way to the outside world: the only place that opens a socket to it. Called on virtual
 * threads, many at once. What it throws counts as {@link Answer.Unknown}. Its own time-outs must be
 * shorter than {@code workspace.effects.lease}.
 */
public interface EffectProvider {

    /** Each medium has exactly one provider. */
    Set<Medium> media();

    /**
     * Called after {@code submitting} is committed, at the sender's slot: one request, never
     * repeated here. A provider that can tell when its first byte leaves calls {@link
     * WritingTurn#await} right before, and {@link WritingTurn#written} when the last one has.
     */
    Answer submit(Effect effect, Confidential content);

    /** Asks what became of an unknown submission. May only find, never send. */
    Look look(Effect effect, Confidential content, LookWindow window);
}
