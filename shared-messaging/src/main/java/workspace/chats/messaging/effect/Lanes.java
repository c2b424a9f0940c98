package workspace.chats.messaging.effect;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The lanes of the senders that this instance is serving right now. */
final class Lanes {

    private final Map<UUID, Lane> lanes = new ConcurrentHashMap<>();

    /** A place in the sender's lane, for one claimed effect; to be closed. */
    Place enter(Effect effect) {
        var id = effect.simulated() ? effect.workspaceId() : effect.senderId();
        return new Place(
                id, lanes.compute(id, (_, lane) -> (lane == null ? new Lane() : lane).enter()));
    }

    /**
     * For how many seconds each lane is taken by those who are in it: a claim must not count on
     * that time, or lateness would add up. Forgets the idle ones.
     */
    Map<UUID, Double> busy() {
        var busy = new HashMap<UUID, Double>();
        for (var id : lanes.keySet()) {
            lanes.computeIfPresent(
                    id,
                    (_, lane) -> {
                        busy.put(id, lane.busyFor() / 1e9);
                        return lane.isIdle() ? null : lane;
                    });
        }
        busy.values().removeIf(seconds -> seconds <= 0);
        return busy;
    }

    /** Held from the claim until nothing more can be written. */
    final class Place implements AutoCloseable {

        private final UUID id;
        private final Lane lane;

        private Place(UUID id, Lane lane) {
            this.id = id;
            this.lane = lane;
        }

        /** Of the lane. */
        UUID id() {
            return id;
        }

        /** On the way to the provider: false when it has become too late. */
        boolean awaitStart(Slot slot) throws InterruptedException {
            return lane.awaitStart(slot);
        }

        /** On the way to the wire: false when it has become too late. */
        boolean awaitWire(Slot slot) throws InterruptedException {
            return lane.awaitWire(slot);
        }

        /** A request of that slot has left just now. */
        void written(Slot slot) {
            lane.written(slot);
        }

        /** See {@link Lane#mayGiveBack}. */
        boolean mayGiveBack(boolean missed) {
            return lane.mayGiveBack(missed);
        }

        /** For how many seconds the lane is taken by what was written, if above 0. */
        double busyFor() {
            return lane.busyFor() / 1e9;
        }

        @Override
        public void close() {
            lanes.computeIfPresent(id, (_, here) -> here.leave());
        }
    }
}
