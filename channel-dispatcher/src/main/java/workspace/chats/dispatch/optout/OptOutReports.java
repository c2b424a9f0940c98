package workspace.chats.dispatch.optout;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import workspace.chats.dispatch.sms.OptOutHearer;
import workspace.chats.events.Confidential;
import workspace.chats.events.Confidential.Letter;
import workspace.chats.events.DispatchEvent.OptOutReported;
import workspace.chats.events.EventType;
import workspace.chats.events.Sealed;
import workspace.chats.messaging.Ids;
import workspace.chats.messaging.effect.Effect;
import workspace.chats.messaging.outbox.Outbox;
import workspace.chats.messaging.seal.SealContext;
import workspace.chats.messaging.seal.Sealer;
import workspace.chats.messaging.wall.OpenWorkspaces;

/** Hears from a provider's refusal that somebody has opted out there, and passes it on. */
@Component
final class OptOutReports implements OptOutHearer {

    private static final Logger LOG = LoggerFactory.getLogger(OptOutReports.class);

    private final OptOuts optOuts;
    private final Outbox outbox;
    private final Sealer sealer;
    private final TransactionOperations transaction;
    private final Ids ids;

    OptOutReports(
            OptOuts optOuts,
            Outbox outbox,
            Sealer sealer,
            TransactionOperations transaction,
            Ids ids) {
        this.optOuts = optOuts;
        this.outbox = outbox;
        this.sealer = sealer;
        this.transaction = transaction;
        this.ids = ids;
    }

    @Override
    public void optedOut(Effect effect, Letter letter, Instant at) {
        try {
            OpenWorkspaces.runWith(
                    List.of(effect.workspaceId()),
                    () -> transaction.executeWithoutResult(_ -> report(effect, letter, at)));
        } catch (RuntimeException notNoted) {
            // the provider refuses the next one too, and then it is noted
            LOG.warn("an opt-out was not noted: {}", notNoted.getClass().getSimpleName());
        }
    }

    private void report(Effect effect, Letter letter, Instant at) {
        if (optOuts.note(effect.workspaceId(), effect.senderId(), letter.to(), true, at)) {
            var id = ids.next();
            outbox.append(id, reported(effect, at, sealed(id, effect, letter)), effect.tries());
        }
    }

    private static OptOutReported reported(Effect effect, Instant at, Sealed sealed) {
        return new OptOutReported(
                effect.workspaceId(),
                effect.chatId(),
                effect.subjectId(),
                effect.senderId(),
                at,
                sealed);
    }

    /** The addresses alone. */
    private Sealed sealed(UUID id, Effect effect, Letter letter) {
        var context =
                new SealContext(
                        id, EventType.OPT_OUT_REPORTED, effect.workspaceId(), effect.chatId());
        var addresses = new Letter(letter.to(), letter.from(), null, "");
        return sealer.seal(context, new Confidential(null, Map.of(), addresses, null));
    }
}
