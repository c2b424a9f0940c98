package workspace.chats.dispatch.optout;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import workspace.chats.dispatch.sms.OptOutHearer;
import workspace.chats.events.DispatchEvent.OptOutReported;
import workspace.chats.messaging.Ids;
import workspace.chats.messaging.effect.Effect;
import workspace.chats.messaging.outbox.Outbox;
import workspace.chats.messaging.wall.OpenWorkspaces;

/** Hears from a provider's refusal that somebody has opted out there, and passes it on. */
@Component
final class OptOutReports implements OptOutHearer {

    private static final Logger LOG = LoggerFactory.getLogger(OptOutReports.class);

    private final OptOuts optOuts;
    private final Outbox outbox;
    private final TransactionOperations transaction;
    private final Ids ids;
    private final Clock clock;

    OptOutReports(
            OptOuts optOuts,
            Outbox outbox,
            TransactionOperations transaction,
            Ids ids,
            Clock clock) {
        this.optOuts = optOuts;
        this.outbox = outbox;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void optedOut(Effect effect, String address) {
        try {
            OpenWorkspaces.runWith(
                    List.of(effect.workspaceId()),
                    () ->
                            transaction.executeWithoutResult(
                                    _ -> report(effect, address, clock.instant())));
        } catch (RuntimeException notNoted) {
            // the provider refuses the next one too, and then it is noted
            LOG.warn("an opt-out was not noted: {}", notNoted.getClass().getSimpleName());
        }
    }

    private void report(Effect effect, String address, Instant at) {
        if (optOuts.note(effect.workspaceId(), effect.senderId(), address, true, at)) {
            outbox.append(ids.next(), reported(effect, at), effect.tries());
        }
    }

    private static OptOutReported reported(Effect effect, Instant at) {
        return new OptOutReported(
                effect.workspaceId(), effect.chatId(), effect.subjectId(), effect.senderId(), at);
    }
}
