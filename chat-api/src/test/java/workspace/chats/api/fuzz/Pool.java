package workspace.chats.api.fuzz;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import workspace.chats.api.matrix.Furnished;
import workspace.chats.api.matrix.Thing;
import workspace.chats.api.testing.Answer;

/** A workspace and what is known to be in it, so that requests use what others have made. */
final class Pool {

    private static final int MOST = 20;
    private static final Map<String, Thing> COLLECTIONS =
            Map.of(
                    "chats", Thing.CHAT,
                    "dm", Thing.CHAT,
                    "members", Thing.MEMBER,
                    "workflows", Thing.WORKFLOW,
                    "versions", Thing.DRAFT,
                    "phone-numbers", Thing.NUMBER,
                    "inboxes", Thing.INBOX,
                    "sites", Thing.SITE,
                    "models", Thing.MODEL,
                    "opt-outs", Thing.OPT_OUT);

    private static final int VERSION = 4;

    private final Furnished workspace = new Furnished(VERSION);
    private final Map<Thing, List<String>> known = new EnumMap<>(Thing.class);

    Pool() {
        for (var thing : Thing.values()) {
            known.put(thing, new ArrayList<>(List.of(workspace.get(thing))));
        }
    }

    String subject() {
        return workspace.visits().subject();
    }

    List<String> known(Thing thing) {
        return known.getOrDefault(thing, List.of());
    }

    /** Remembers what was made, and forgets something older for it, or what was removed. */
    void learn(Shot shot, Answer answer) {
        if (answer.status() == 204) {
            known.values().forEach(ids -> ids.remove(shot.lastName()));
        }
        var thing = COLLECTIONS.get(shot.collection());
        if (thing != null && shot.method().equals("POST") && answer.status() == 201) {
            learn(thing, answer.at(thing == Thing.DRAFT ? "/number" : "/id"));
        }
    }

    private void learn(Thing thing, String id) {
        var ids = known.getOrDefault(thing, List.of());
        ids.add(id);
        if (ids.size() > MOST) {
            ids.remove(1);
        }
    }
}
