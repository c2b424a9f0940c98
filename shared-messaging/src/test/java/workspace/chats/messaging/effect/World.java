package workspace.chats.messaging.effect;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import workspace.chats.events.ReasonCode;
import workspace.chats.messaging.effect.Happening.Answered;
import workspace.chats.messaging.effect.Happening.Begun;
import workspace.chats.messaging.effect.Happening.Blocked;
import workspace.chats.messaging.effect.Happening.Claimed;
import workspace.chats.messaging.effect.Happening.DeadlinePassed;
import workspace.chats.messaging.effect.Happening.Expired;
import workspace.chats.messaging.effect.Happening.LeaseLapsed;
import workspace.chats.messaging.effect.Happening.Receipted;
import workspace.chats.messaging.effect.Happening.Seen;
import workspace.chats.messaging.effect.Happening.Withdrawn;

/**
 * One attempt, up to three instances that work on it, a sweep and the provider, as a value: {@link
 * #next} is everything that can happen now. A pause is that others act in between. Instances act on
 * what they saw, and write only if the row is still like that.
 *
 * @param written how often bytes may have reached the provider
 * @param atProvider what became of it there
 * @param wish whether a person's next attempt was granted, and how
 */
record World(
        State state,
        int tries,
        boolean late,
        int written,
        AtProvider atProvider,
        List<Holder> holders,
        @Nullable Reading reading,
        Wish wish) {

    /** In one order, so that worlds that differ in nothing else are one. */
    World {
        tries = Math.min(tries, MOST_TRIES);
        holders =
                holders.stream()
                        .filter(holder -> !holder.isForgotten())
                        .sorted(Comparator.comparing(Holder::toString))
                        .toList();
        reading = reading == null || reading.isForgotten() ? null : reading;
    }

    static final World START =
            new World(State.PLANNED, 0, false, 0, AtProvider.NOTHING, List.of(), null, Wish.NONE);
    private static final int INSTANCES = 3;

    /** More than the tests' waits allow: whatever comes after is the same again. */
    private static final int MOST_TRIES = 4;

    private static final String ID = "SM1";

    enum AtProvider {
        NOTHING,
        TAKEN,
        DELIVERED,
        GIVEN_UP
    }

    enum Wish {
        NONE,
        GRANTED,
        CONFIRMED
    }

    /** The moves that are tried out: the real ones, or broken ones to test this test. */
    interface Rules {
        Optional<Move> of(State state, Effect effect, Happening happening);
    }

    /** How the row as somebody saw it compares with the row as it is. */
    enum Sight {
        /** It has not changed since. */
        FRESH,
        /** It has changed, under the same claim. */
        OLD,
        /** Somebody else has claimed it since. */
        LOST;

        Sight after(boolean claimed) {
            return claimed || this == LOST ? LOST : OLD;
        }
    }

    /** An instance that claimed it, and what it has to write down, if anything yet. */
    record Holder(Sight sight, boolean begun, @Nullable Happening word) {
        Holder saying(Happening news) {
            return new Holder(sight, begun, news);
        }

        /** What it says is for nothing, so nobody needs to remember it. */
        boolean isForgotten() {
            return word != null && sight == Sight.LOST;
        }
    }

    /** What a sweep or a look read, before it is written down. */
    record Reading(Sight sight, Happening word) {
        boolean isForgotten() {
            return sight == Sight.LOST || (sight == Sight.OLD && !word.stays());
        }
    }

    record Event(String name, World world) {}

    List<Event> next(Rules rules) {
        var events = new ArrayList<Event>();
        claims(rules, events);
        for (var holder : holders) {
            acts(rules, holder, events);
        }
        sweeps(rules, events);
        theProvider(rules, events);
        thePerson(events);
        if (!late) {
            events.add(new Event("it becomes too late to send", withLate()));
        }
        return events;
    }

    private void claims(Rules rules, List<Event> events) {
        if (late || holders.size() == INSTANCES) {
            return;
        }
        moved(rules, Sight.FRESH, new Claimed(), tries)
                .map(World::forgettingClaims)
                .ifPresent(world ->
                        events.add(
                                new Event(
                                        "an instance claims it",
                                        world.plus(new Holder(Sight.FRESH, false, null)))));
    }

    private void acts(Rules rules, Holder holder, List<Event> events) {
        var others = minus(holder);
        events.add(new Event("a holder crashes", others));
        var word = holder.word;
        if (word != null) {
            events.add(
                    new Event(
                            "a holder settles " + word,
                            settled(rules, holder.sight, word, others)));
        } else if (holder.begun) {
            submits(holder, others, events);
        } else {
            begins(rules, holder, others, events);
        }
    }

    private void begins(Rules rules, Holder holder, World others, List<Event> events) {
        say(
                "the gate says no",
                holder,
                others,
                new Blocked(ReasonCode.RECIPIENT_OPTED_OUT),
                events);
        say("a holder gives it back", holder, others, new Withdrawn(Duration.ZERO), events);
        var begun =
                late
                        ? Optional.<World>empty()
                        : others.moved(rules, holder.sight, new Begun(), tries + 1);
        begun.ifPresentOrElse(
                world -> {
                    var mine = new Holder(Sight.FRESH, true, null);
                    events.add(new Event("a holder begins", world.plus(mine)));
                    var unsure =
                            new Holder(
                                    holder.sight.after(false), false, new Withdrawn(Duration.ZERO));
                    events.add(
                            new Event("a holder begins and does not hear so", world.plus(unsure)));
                },
                () -> events.add(new Event("a holder may not begin", others)));
    }

    private void submits(Holder holder, World others, List<Event> events) {
        var rejected = new Answer.Refused(ReasonCode.RECIPIENT_INVALID, null);
        var refusedToConnect = new Answer.NotSent(ReasonCode.PROVIDER_UNAVAILABLE, null);
        var silence = new Answered(new Answer.Unknown(null));
        say("the slot is missed", holder, others, new Withdrawn(Duration.ZERO), events);
        say("no connection", holder, others, new Answered(refusedToConnect), events);
        say("the provider refuses", holder, others.writing(false), new Answered(rejected), events);
        say("time-out, not taken", holder, others.writing(false), silence, events);
        say("reset, taken", holder, others.writing(true), silence, events);
        var accepted = new Answered(new Answer.Accepted(ID));
        say("the provider accepts", holder, others.writing(true), accepted, events);
    }

    private static void say(
            String name, Holder holder, World others, Happening word, List<Event> events) {
        events.add(new Event(name, others.plus(holder.saying(word))));
    }

    private void sweeps(Rules rules, List<Event> events) {
        if (reading != null) {
            var done = withReading(null);
            var name = "it is written down: " + reading.word;
            events.add(new Event(name, settled(rules, reading.sight, reading.word, done)));
            return;
        }
        if (state == State.CLAIMED || state == State.SUBMITTING) {
            reads("the lease ends", new LeaseLapsed(), events);
        }
        if (late && (state == State.PLANNED || state == State.CLAIMED)) {
            reads("it is seen to be expired", new Expired(), events);
        }
        if (state == State.UNKNOWN) {
            reads("the deadline of the unknown passes", new DeadlinePassed(), events);
            looks(events);
        }
    }

    private void looks(List<Event> events) {
        var refusal = atProvider == AtProvider.GIVEN_UP ? ReasonCode.DELIVERY_FAILED : null;
        if (atProvider != AtProvider.NOTHING) {
            reads("a look finds it", new Seen(new Look.Candidate(ID, refusal, null)), events);
        }
    }

    private void reads(String name, Happening word, List<Event> events) {
        events.add(new Event(name, withReading(new Reading(Sight.FRESH, word))));
    }

    private void theProvider(Rules rules, List<Event> events) {
        if (atProvider == AtProvider.TAKEN) {
            events.add(new Event("it arrives", at(AtProvider.DELIVERED)));
            events.add(new Event("it cannot be delivered", at(AtProvider.GIVEN_UP)));
        }
        if (atProvider != AtProvider.NOTHING) {
            receipt(rules, new Receipt.Taken(ID), events);
        }
        if (atProvider == AtProvider.DELIVERED) {
            receipt(rules, new Receipt.Delivered(ID), events);
        }
        if (atProvider == AtProvider.GIVEN_UP) {
            receipt(rules, new Receipt.Undelivered(ID, ReasonCode.DELIVERY_FAILED, null), events);
        }
    }

    private void receipt(Rules rules, Receipt receipt, List<Event> events) {
        moved(rules, Sight.FRESH, new Receipted(receipt), tries)
                .ifPresent(world -> events.add(new Event("a receipt: " + receipt, world)));
    }

    private void thePerson(List<Event> events) {
        if (wish != Wish.NONE) {
            return;
        }
        if (NextAttempt.after(state, false) == NextAttempt.PLANNED) {
            events.add(new Event("a person tries again", withWish(Wish.GRANTED)));
        } else if (NextAttempt.after(state, true) == NextAttempt.PLANNED) {
            events.add(new Event("a person confirms and tries again", withWish(Wish.CONFIRMED)));
        }
    }

    /** As the settler does: what stays true is held against the row as it is now, if still ours. */
    private static World settled(Rules rules, Sight sight, Happening word, World rest) {
        var heard = sight == Sight.FRESH || (sight == Sight.OLD && word.stays());
        return heard ? rest.moved(rules, Sight.FRESH, word, rest.tries).orElse(rest) : rest;
    }

    private Optional<World> moved(Rules rules, Sight sight, Happening what, int triesThen) {
        return sight == Sight.FRESH
                ? rules.of(state, Some.effect(Medium.SMS, false, tries), what)
                        .map(move -> to(move, triesThen))
                : Optional.empty();
    }

    private World to(Move move, int triesThen) {
        var stale = holders.stream().map(holder -> stale(holder, false)).toList();
        var old = reading == null ? null : new Reading(reading.sight.after(false), reading.word);
        var left = triesThen - (move.wasted() ? 1 : 0);
        return new World(move.to(), left, late, written, atProvider, stale, old, wish);
    }

    private World forgettingClaims() {
        var others = holders.stream().map(holder -> stale(holder, true)).toList();
        var old = reading == null ? null : new Reading(reading.sight.after(true), reading.word);
        return new World(state, tries, late, written, atProvider, others, old, wish);
    }

    private static Holder stale(Holder holder, boolean claimed) {
        return new Holder(holder.sight.after(claimed), holder.begun, holder.word);
    }

    private World plus(Holder holder) {
        var more = new ArrayList<>(holders);
        more.add(holder);
        return new World(state, tries, late, written, atProvider, List.copyOf(more), reading, wish);
    }

    private World minus(Holder holder) {
        var fewer = new ArrayList<>(holders);
        fewer.remove(holder);
        return new World(
                state, tries, late, written, atProvider, List.copyOf(fewer), reading, wish);
    }

    private World writing(boolean taken) {
        var then = taken ? AtProvider.TAKEN : atProvider;
        return new World(state, tries, late, written + 1, then, holders, reading, wish);
    }

    private World at(AtProvider then) {
        return new World(state, tries, late, written, then, holders, reading, wish);
    }

    private World withReading(@Nullable Reading next) {
        return new World(state, tries, late, written, atProvider, holders, next, wish);
    }

    private World withLate() {
        return new World(state, tries, true, written, atProvider, holders, reading, wish);
    }

    private World withWish(Wish next) {
        return new World(state, tries, late, written, atProvider, holders, reading, next);
    }
}
