package workspace.chats.messaging.relay;

import static workspace.chats.messaging.relay.RelayWorld.eventually;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Two instances of the relay in processes of their own; who leads is killed or paused. */
final class Pair implements AutoCloseable {

    private final RelayWorld world;
    private final List<ChildRelay> both = new ArrayList<>();

    Pair(RelayWorld world) {
        this.world = world;
    }

    void start() {
        both.add(world.startChild());
        both.add(world.startChild());
    }

    /** Until one leads and the other stands by. */
    void awaitBoth() {
        awaitLeader();
        eventually().until(() -> both.stream().anyMatch(ChildRelay::standsBy));
    }

    void awaitLeader() {
        var _ = leader();
    }

    /** Whoever leads next, when nobody does now. */
    private ChildRelay leader() {
        return eventually()
                .until(
                        () -> both.stream().filter(ChildRelay::leads).findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** The other takes over; a new one stands by. */
    void killLeader() {
        var leader = leader();
        leader.kill();
        both.remove(leader);
        both.add(world.startChild());
    }

    /** Stops it where it stands, and returns it. */
    ChildRelay pauseLeader() {
        var leader = leader();
        leader.pause();
        return leader;
    }

    void awaitStandby(ChildRelay one) {
        eventually().until(one::standsBy);
    }

    @Override
    public void close() {
        both.forEach(ChildRelay::close);
    }
}
