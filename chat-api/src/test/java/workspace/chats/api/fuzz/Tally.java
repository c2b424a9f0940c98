package workspace.chats.api.fuzz;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How often each call gave each status. */
final class Tally {

    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final Map<String, Map<Integer, Integer>> calls = new TreeMap<>();
    private int requests;

    void count(Shot shot, Reply reply) {
        requests++;
        statuses.merge(reply.status(), 1, Integer::sum);
        calls.computeIfAbsent(shot.call().toString(), c -> new TreeMap<>())
                .merge(reply.status(), 1, Integer::sum);
    }

    int requests() {
        return requests;
    }

    /** Calls that were never taken: their insides were not seen. */
    List<String> neverTaken() {
        return calls.entrySet().stream()
                .filter(call -> call.getValue().keySet().stream().noneMatch(s -> s < 300))
                .map(Map.Entry::getKey)
                .toList();
    }

    int calls() {
        return calls.size();
    }

    String perCall() {
        return calls.entrySet().stream()
                .map(call -> call.getKey() + " " + call.getValue())
                .collect(Collectors.joining("\n"));
    }

    @Override
    public String toString() {
        return requests + " requests, by status " + statuses;
    }
}
