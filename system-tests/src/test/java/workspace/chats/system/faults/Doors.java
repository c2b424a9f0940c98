package workspace.chats.system.faults;

import java.util.List;
import workspace.chats.system.RunningSystem;

/** Where a workspace's chats are created: with any instance of the gateway. */
record Doors(RunningSystem system, String workspace) {

    record Door(String name, String url) {}

    /** In turn; who repeats a request is let in by another one than before, if there is one. */
    Door door(int turn) {
        var gateways = List.copyOf(system.gateways().entrySet());
        var gateway = gateways.get(turn % gateways.size());
        return new Door(gateway.getKey(), gateway.getValue() + "/api/v2/w/" + workspace + "/chats");
    }
}
