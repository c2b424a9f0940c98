package workspace.chats.messaging.effect;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where services hand in what providers tell of attempts later on. */
public final class Receipts {

    private static final String FIND =
            "select * from effect where workspace_id = :workspace and id = :id";

    private final JdbcClient jdbc;
    private final Moves moves;
    private final Bookkeeping bookkeeping;
    private final EffectMetrics metrics;

    Receipts(JdbcClient jdbc, Moves moves, Bookkeeping bookkeeping, EffectMetrics metrics) {
        this.jdbc = jdbc;
        this.moves = moves;
        this.bookkeeping = bookkeeping;
        this.metrics = metrics;
    }

    /**
     * Moves the attempt on and tells others, both committed on return; does nothing when the
     * receipt brings nothing new. Only a rank above the present one counts, so the order of
     * receipts does not matter.
     *
     * @param attemptId the {@link Effect#id()} that the provider was shown
     * @return whether that workspace has such an attempt, and it is the one that the receipt is of
     */
    public boolean hear(UUID workspaceId, UUID attemptId, Receipt receipt) {
        for (var known = find(workspaceId, attemptId); known.isPresent(); ) {
            if (known.get().isAnother(receipt)) {
                metrics.strangeReceipt(known.get().entry.effect());
                return false;
            }
            if (isWritten(known.get().entry, receipt)) {
                return true;
            }
            known = find(workspaceId, attemptId);
        }
        return false;
    }

    /** False when somebody else moved it meanwhile. */
    private boolean isWritten(Entry seen, Receipt receipt) {
        var move = moves.of(seen.state(), seen.effect(), new Happening.Receipted(receipt));
        return move.map(next -> isWritten(new Step(seen, next))).orElse(true);
    }

    private boolean isWritten(Step step) {
        try {
            var moved = !bookkeeping.write(List.of(step)).isEmpty();
            if (moved) {
                metrics.moved(step);
            }
            return moved;
        } catch (DuplicateKeyException owned) {
            metrics.providerIdTwice(step.entry().effect());
            return true;
        }
    }

    private Optional<Known> find(UUID workspaceId, UUID attemptId) {
        return jdbc.sql(FIND)
                .param("workspace", workspaceId)
                .param("id", attemptId)
                .query((row, number) ->
                        new Known(Entries.read(row, number), row.getString("provider_id")))
                .optional();
    }

    private record Known(Entry entry, @Nullable String providerId) {
        boolean isAnother(Receipt receipt) {
            return providerId != null && !providerId.equals(receipt.providerId());
        }
    }
}
