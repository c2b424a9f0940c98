package workspace.chats.messaging.relay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import workspace.chats.messaging.testing.TopicLog;

/**
 * What became of chats' events, whose sequences count from one: each must be on the topic, the
 * first of its copies after the first copies of those before it. Copies are allowed.
 */
final class Judgement {

    private final Map<String, List<Long>> arrived;
    private long events;
    private long missing;
    private long reordered;
    private long strangers;
    private long repeated;

    private Judgement(Map<String, List<Long>> arrived) {
        this.arrived = arrived;
    }

    /**
     * Judges what lies on the topic.
     *
     * @param committed how many events of each chat
     */
    static Judgement of(Map<UUID, Long> committed, TopicLog topic) {
        var arrived = new HashMap<String, List<Long>>();
        topic.forEach(record ->
                arrived.computeIfAbsent(record.key(), chat -> new ArrayList<>())
                        .add(RelayWorld.sequence(record)));
        return of(arrived, committed);
    }

    static Judgement of(Map<String, List<Long>> arrived, Map<UUID, Long> committed) {
        var judgement = new Judgement(new HashMap<>(arrived));
        committed.forEach(judgement::judge);
        return judgement;
    }

    private void judge(UUID chat, long last) {
        var seen = new HashSet<Long>();
        var greatest = 0L;
        for (var sequence : arrived.getOrDefault(chat.toString(), List.of())) {
            if (sequence > last) {
                strangers++;
            } else if (!seen.add(sequence)) {
                repeated++;
            } else if (sequence < greatest) {
                reordered++;
            }
            greatest = Math.max(greatest, sequence);
        }
        events += last;
        missing += last - seen.size();
    }

    /** Nothing is missing, out of order or from nowhere. */
    boolean isGood() {
        return missing == 0 && reordered == 0 && strangers == 0;
    }

    long repeated() {
        return repeated;
    }

    @Override
    public String toString() {
        return "events %d, missing %d, out of order %d, strangers %d, repeated %d"
                .formatted(events, missing, reordered, strangers, repeated);
    }
}
