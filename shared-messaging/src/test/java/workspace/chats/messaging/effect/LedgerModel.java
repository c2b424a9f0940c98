package workspace.chats.messaging.effect;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import workspace.chats.events.EventType;
import workspace.chats.events.ReasonCode;
import workspace.chats.messaging.effect.Happening.Answered;
import workspace.chats.messaging.effect.Happening.Begun;
import workspace.chats.messaging.effect.Happening.Claimed;
import workspace.chats.messaging.effect.Happening.DeadlinePassed;
import workspace.chats.messaging.effect.Happening.Expired;
import workspace.chats.messaging.effect.Happening.LeaseLapsed;
import workspace.chats.messaging.effect.Happening.Seen;
import workspace.chats.messaging.effect.Happening.Withdrawn;

/**
 * One row, several instances and one provider in memory: each step is one thing that can happen
 * next, in any order that the seed draws. Instances act on what they saw, which may be long past.
 */
final class LedgerModel {

    private final Random random;
    private final Moves moves;
    private final List<Held> held = new ArrayList<>();
    private final List<Seeing> sweeps = new ArrayList<>();
    private final List<Outcome> told = new ArrayList<>();
    private Entry row = entry(State.PLANNED, 1, null, 0);
    private boolean expired;
    private boolean crashes = true;
    private int maybeSent;
    private @Nullable String taken;

    LedgerModel(long seed) {
        random = new Random(seed);
        var waits = List.of(Duration.ofSeconds(1), Duration.ofSeconds(2));
        moves = new Moves(new RetryWaits(waits, 0.2, random), Duration.ofSeconds(5));
    }

    int maybeSent() {
        return maybeSent;
    }

    State state() {
        return row.state();
    }

    List<Outcome> told() {
        return told;
    }

    boolean wasTaken() {
        return taken != null;
    }

    void step() {
        switch (random.nextInt(10)) {
            case 0, 1 -> claim();
            case 2, 3 -> act();
            case 4, 5 -> settleOne();
            case 6 -> crash();
            case 7 -> sees(random.nextBoolean() ? new LeaseLapsed() : new Expired());
            case 8 -> sweep();
            case 9 -> look();
            default -> throw new IllegalStateException();
        }
    }

    /** No more crashes; time goes by until nothing happens any more. */
    void end() {
        crashes = false;
        expired = true;
        for (int i = 0; i < 20; i++) {
            while (!held.isEmpty()) {
                act();
                settleOne();
            }
            sees(new LeaseLapsed());
            sees(new Expired());
            sees(new DeadlinePassed());
            while (!sweeps.isEmpty()) {
                sweep();
            }
        }
    }

    private void claim() {
        if (!expired && write(row, new Claimed(), UUID.randomUUID(), row.effect().tries())) {
            held.add(new Held(row));
        }
    }

    /** The holder of one claim does the next thing. */
    private void act() {
        pick(held)
                .ifPresent(holder -> {
                    switch (holder.entry.state()) {
                        case CLAIMED -> begin(holder);
                        case SUBMITTING -> submit(holder);
                        default -> throw new IllegalStateException();
                    }
                });
    }

    private void begin(Held holder) {
        if (holder.happened != null) {
            return;
        }
        var claimed = holder.entry;
        if (random.nextInt(8) == 0) {
            holder.happened = new Withdrawn(Duration.ZERO);
        } else if (!expired
                && write(claimed, new Begun(), claimed.token(), claimed.effect().tries() + 1)) {
            holder.entry = row;
        } else {
            held.remove(holder);
        }
    }

    private void submit(Held holder) {
        if (holder.happened != null) {
            return;
        }
        holder.happened =
                switch (random.nextInt(6)) {
                    case 0 -> new Withdrawn(Duration.ZERO);
                    case 1 -> notSent();
                    case 2 ->
                            written(new Answer.Refused(ReasonCode.RECIPIENT_INVALID, null), false);
                    case 3 -> written(new Answer.Unknown(null), random.nextBoolean());
                    default -> written(new Answer.Accepted("SM" + maybeSent), true);
                };
    }

    private static Happening notSent() {
        return new Answered(new Answer.NotSent(ReasonCode.PROVIDER_UNAVAILABLE, null));
    }

    private Happening written(Answer answer, boolean really) {
        maybeSent++;
        taken = really ? "SM" + maybeSent : taken;
        return new Answered(answer);
    }

    private void settleOne() {
        pick(held).filter(holder -> holder.happened != null).ifPresent(this::settle);
    }

    private void settle(Held holder) {
        held.remove(holder);
        var happened = Objects.requireNonNull(holder.happened);
        var seen = holder.entry;
        while (!write(seen, happened, seen.token(), tries(seen, happened))) {
            var unchanged = seen.version() == row.version();
            if (unchanged || !Objects.equals(seen.token(), row.token())) {
                return;
            }
            seen = row;
        }
    }

    private void crash() {
        if (crashes) {
            pick(held).ifPresent(held::remove);
        }
    }

    /** A sweep reads the row; what it makes of it comes later. */
    private void sees(Happening happening) {
        expired |= happening instanceof Expired;
        sweeps.add(new Seeing(row, happening));
    }

    private void sweep() {
        if (!sweeps.isEmpty()) {
            var seeing = sweeps.remove(random.nextInt(sweeps.size()));
            var seen = seeing.entry;
            write(seen, seeing.happening, seen.token(), seen.effect().tries());
        }
    }

    private void look() {
        if (row.state() == State.UNKNOWN && taken != null) {
            sweeps.add(new Seeing(row, new Seen(new Look.Candidate(taken, null, null))));
        }
    }

    private static int tries(Entry seen, Happening happened) {
        var wasted = seen.state() == State.SUBMITTING && happened instanceof Withdrawn;
        return seen.effect().tries() - (wasted ? 1 : 0);
    }

    private boolean write(Entry seen, Happening what, @Nullable UUID token, int tries) {
        var move = moves.of(seen.state(), seen.effect(), what);
        if (move.isEmpty() || seen.version() != row.version()) {
            return false;
        }
        row = entry(move.get().to(), row.version() + 1, token, tries);
        Optional.ofNullable(move.get().outcome()).ifPresent(told::add);
        return true;
    }

    private <T> Optional<T> pick(List<T> from) {
        return from.isEmpty()
                ? Optional.empty()
                : Optional.of(from.get(random.nextInt(from.size())));
    }

    private static Entry entry(State state, long version, @Nullable UUID token, int tries) {
        return new Entry(
                Some.effect(Medium.SMS, false, tries),
                state,
                version,
                token,
                new UUID(6, 6),
                EventType.CHAT_CREATED.wireName(),
                null,
                null,
                0,
                null);
    }

    private static final class Held {
        private Entry entry;
        private @Nullable Happening happened;

        private Held(Entry entry) {
            this.entry = entry;
        }
    }

    private record Seeing(Entry entry, Happening happening) {}
}
