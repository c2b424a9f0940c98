package workspace.chats.local.launcher;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What {@code ./chats workspace create} is told.
 *
 * @param admin the subject that the identity provider's tokens name for the first administrator
 */
record NewWorkspace(String name, String admin, String displayName) {

    private static final String USAGE =
            "Say ./chats workspace create --name NAME --admin SUBJECT [--display-name NAME]";
    private static final Set<String> OPTIONS = Set.of("--name", "--admin", "--display-name");

    /** The words after the command. Throws {@link CannotDo} when they make no sense. */
    static NewWorkspace of(List<String> words) {
        if (words.size() % 2 == 0 || !words.getFirst().equals("create")) {
            throw new CannotDo(USAGE);
        }
        var options = new HashMap<String, String>();
        for (int i = 1; i < words.size(); i += 2) {
            if (!OPTIONS.contains(words.get(i)) || options.containsKey(words.get(i))) {
                throw new CannotDo(USAGE);
            }
            options.put(words.get(i), words.get(i + 1));
        }
        return of(options);
    }

    private static NewWorkspace of(Map<String, String> options) {
        if (!options.keySet().containsAll(Set.of("--name", "--admin"))) {
            throw new CannotDo(USAGE);
        }
        var unfit = OPTIONS.stream().filter(o -> isUnfit(options.getOrDefault(o, "none"))).sorted();
        var named = unfit.collect(Collectors.joining(" and "));
        if (!named.isEmpty()) {
            throw new CannotDo(named + " must be one line of 1 to 200 characters");
        }
        return new NewWorkspace(
                options.getOrDefault("--name", "").strip(),
                options.getOrDefault("--admin", "").strip(),
                options.getOrDefault("--display-name", "Administrator").strip());
    }

    private static boolean isUnfit(String text) {
        return text.isBlank()
                || text.codePointCount(0, text.length()) > 200
                || text.codePoints().anyMatch(Character::isISOControl);
    }
}
