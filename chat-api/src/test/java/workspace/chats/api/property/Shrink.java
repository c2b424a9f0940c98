package workspace.chats.api.property;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes a failure small: leaves choices out and makes them plainer, for as long as the same kind of
 * complaint comes of it.
 */
public final class Shrink {

    private static final int MOST_TRIES = 1_000;

    private final Function<List<Integer>, Optional<String>> complaint;
    private List<Integer> smallest;
    private int tries;

    private Shrink(List<Integer> failing, Function<List<Integer>, Optional<String>> complaint) {
        this.smallest = failing;
        this.complaint = complaint;
    }

    /** The plainest choices that were found to lead to the same complaint. */
    public static List<Integer> of(
            List<Integer> failing, Function<List<Integer>, Optional<String>> complaint) {
        var shrink = new Shrink(failing, complaint);
        shrink.run(kind(complaint.apply(failing).orElse("")));
        return shrink.smallest;
    }

    /** What is before the first colon. */
    public static String kind(String complaint) {
        return complaint.replaceAll(":.*", "");
    }

    private void run(String kind) {
        boolean better = true;
        while (better && tries < MOST_TRIES) {
            better = false;
            for (int length = smallest.size() / 2; length > 0; length /= 2) {
                better |= makePlain(length, kind);
            }
            for (int length = smallest.size() / 2; length > 0; length /= 2) {
                better |= leaveOut(length, kind);
            }
            better |= makePlainer(kind);
        }
    }

    private boolean makePlain(int length, String kind) {
        boolean better = false;
        for (int at = 1; at < smallest.size(); at += length) {
            var part = smallest.subList(at, Math.min(at + length, smallest.size()));
            if (part.stream().anyMatch(choice -> choice != 0)) {
                var plain = new ArrayList<>(smallest);
                Collections.fill(plain.subList(at, at + part.size()), 0);
                better |= isAsBad(plain, kind);
            }
        }
        return better;
    }

    private boolean leaveOut(int length, String kind) {
        boolean better = false;
        for (int at = smallest.size() - length; at > 0; at -= length) {
            var shorter = new ArrayList<>(smallest);
            shorter.subList(at, Math.min(at + length, shorter.size())).clear();
            better |= isAsBad(shorter, kind);
        }
        return better;
    }

    private boolean makePlainer(String kind) {
        boolean better = false;
        for (int at = 1; at < smallest.size(); at++) {
            for (int plainer : List.of(smallest.get(at) / 2, smallest.get(at) - 1)) {
                if (plainer >= 0 && plainer < smallest.get(at)) {
                    var simpler = new ArrayList<>(smallest);
                    simpler.set(at, plainer);
                    better |= isAsBad(simpler, kind);
                }
            }
        }
        return better;
    }

    private boolean isAsBad(List<Integer> choices, String kind) {
        if (tries++ >= MOST_TRIES) {
            return false;
        }
        var isAsBad = complaint.apply(choices).map(Shrink::kind).filter(kind::equals).isPresent();
        if (isAsBad) {
            smallest = choices;
        }
        return isAsBad;
    }
}
