package workspace.chats.messaging.effect;

import java.util.List;
import org.jspecify.annotations.Nullable;
import workspace.chats.events.ReasonCode;

/** What a provider found when asked about an unknown submission. */
public sealed interface Look {

    /**
     * Everything the provider holds that could be this submission, possibly nothing. The ledger
     * drops what other effects own and believes only a single one that is left.
     */
    record Found(List<Candidate> candidates) implements Look {
        public Found {
            candidates = List.copyOf(candidates);
        }
    }

    /** This provider cannot be asked. */
    record NothingToAsk() implements Look {}

    /**
     * One thing that the provider holds.
     *
     * @param refusal why the provider gave it up, or null when it took it
     */
    record Candidate(
            String providerId, @Nullable ReasonCode refusal, @Nullable String providerCode) {}
}
