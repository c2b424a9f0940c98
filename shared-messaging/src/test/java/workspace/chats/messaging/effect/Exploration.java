package workspace.chats.messaging.effect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import workspace.chats.messaging.effect.World.AtProvider;
import workspace.chats.messaging.effect.World.Event;
import workspace.chats.messaging.effect.World.Rules;
import workspace.chats.messaging.effect.World.Wish;

/**
 * Every world that any interleaving leads to, breadth first: so the trace to a fault is a shortest
 * one.
 */
final class Exploration {

    private final Map<World, Origin> origins = new LinkedHashMap<>();
    private final Map<World, List<World>> before = new HashMap<>();

    private record Origin(@Nullable World from, String event) {}

    static Exploration of(Rules rules) {
        var exploration = new Exploration();
        exploration.explore(rules);
        return exploration;
    }

    private void explore(Rules rules) {
        var waiting = new ArrayDeque<World>();
        origins.put(World.START, new Origin(null, "planned"));
        waiting.add(World.START);
        while (!waiting.isEmpty()) {
            var world = waiting.remove();
            if (fault(world).isPresent()) {
                continue;
            }
            for (Event event : world.next(rules)) {
                before.computeIfAbsent(event.world(), _ -> new ArrayList<>()).add(world);
                if (origins.putIfAbsent(event.world(), new Origin(world, event.name())) == null) {
                    waiting.add(event.world());
                }
            }
        }
    }

    int size() {
        return origins.size();
    }

    /** The states in which a trace can rest for good. */
    Set<State> ends() {
        var ends = EnumSet.noneOf(State.class);
        origins.keySet().stream().map(World::state).filter(State::isFinal).forEach(ends::add);
        return ends;
    }

    /** A shortest trace to something that must not be, in words. */
    Optional<String> shortestFault() {
        return first(Exploration::fault);
    }

    /** A shortest trace to a world from which no end can be reached any more. */
    Optional<String> deadEnd() {
        var ending = endingWorlds();
        return first(
                world -> ending.contains(world) ? Optional.empty() : Optional.of("no way out"));
    }

    private Set<World> endingWorlds() {
        var ending = new HashSet<World>();
        var waiting = new ArrayDeque<World>();
        origins.keySet().stream().filter(Exploration::isOver).forEach(waiting::add);
        while (!waiting.isEmpty()) {
            var world = waiting.remove();
            if (ending.add(world)) {
                waiting.addAll(before.getOrDefault(world, List.of()));
            }
        }
        return ending;
    }

    private static boolean isOver(World world) {
        return world.state().isFinal() && world.holders().isEmpty() && world.reading() == null;
    }

    private Optional<String> first(Function<World, Optional<String>> question) {
        return origins.keySet().stream()
                .flatMap(world -> question.apply(world).map(what -> what + trace(world)).stream())
                .findFirst();
    }

    private static Optional<String> fault(World world) {
        var reached = world.atProvider() != AtProvider.NOTHING;
        var undelivered = world.atProvider() == AtProvider.GIVEN_UP;
        if (world.written() > 1) {
            return Optional.of("sent twice");
        }
        if (world.wish() == Wish.GRANTED && reached && !undelivered) {
            return Optional.of("another attempt beside one that went out");
        }
        return switch (world.state()) {
            case PLANNED, DEFERRED, CLAIMED ->
                    world.written() > 0 ? Optional.of("may be sent again") : Optional.empty();
            case BLOCKED, EXPIRED, REJECTED ->
                    reached && !undelivered ? Optional.of("told a lie") : Optional.empty();
            case ACCEPTED, DELIVERED, UNDELIVERED ->
                    reached ? Optional.empty() : Optional.of("told a lie");
            case SUBMITTING, UNKNOWN, OUTCOME_UNKNOWN -> Optional.empty();
        };
    }

    private String trace(World end) {
        var events = new ArrayList<String>();
        var origin = origins.get(end);
        for (var world = end; world != null && origin != null; origin = origins.get(world)) {
            events.addFirst(origin.event + " -> " + world.state().code());
            world = origin.from;
            if (world == null) {
                break;
            }
        }
        return ":\n  " + String.join("\n  ", events);
    }
}
