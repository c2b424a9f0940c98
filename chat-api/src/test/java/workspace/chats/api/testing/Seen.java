package workspace.chats.api.testing;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What the document declares and the tests of this process have seen, each held against it. */
public final class Seen {

    private static final Set<String> ANSWERS = ConcurrentHashMap.newKeySet();

    private Seen() {}

    static void note(String operationId, int status) {
        ANSWERS.add(operationId + " " + status);
    }

    /** Each as {@code createChat 201}. */
    public static Set<String> answers() {
        return Set.copyOf(ANSWERS);
    }
}
