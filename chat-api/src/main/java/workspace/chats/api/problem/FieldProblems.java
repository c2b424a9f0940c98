package workspace.chats.api.problem;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects the flaws of one request in the order found, each once, so that all are answered
 * together.
 */
public final class FieldProblems {

    /** More than a person reads, and little enough to answer. */
    private static final int AT_MOST = 100;

    private final Set<FieldProblem> found = new LinkedHashSet<>();

    public void add(String field, Flaw flaw) {
        if (found.size() < AT_MOST) {
            found.add(new FieldProblem(field, flaw));
        }
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public List<FieldProblem> toList() {
        return List.copyOf(found);
    }
}
