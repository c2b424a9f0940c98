package workspace.chats.system.history;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import workspace.chats.local.peer.JsonLines;

/**
 * A folder with what was seen ({@code seen.jsonl}, appended as it happens, so that a run that was
 * cut can go on) and what was found in the end ({@code found.jsonl}, written as a whole).
 */
public final class History implements AutoCloseable {

    private static final String SEEN = "seen.jsonl";
    private static final String FOUND = "found.jsonl";
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Map<String, Class<? extends Fact>> KINDS =
            kinds(Fact.Seen.class, Fact.Found.class);

    private record Line(String fact, JsonNode content) {
        static Line of(Fact fact) {
            return new Line(fact.getClass().getSimpleName(), MAPPER.valueToTree(fact));
        }

        Fact read() {
            return MAPPER.treeToValue(content, KINDS.getOrDefault(fact, Fact.class));
        }
    }

    private final Path folder;
    private final List<Fact.Seen> seen = new ArrayList<>();
    private final JsonLines<Line> file;

    private History(Path folder) {
        this.folder = folder;
        this.file = lines(folder.resolve(SEEN), fact -> seen.add((Fact.Seen) fact));
    }

    /** Makes the folder, or goes on with what is in it. */
    public static History in(Path folder) {
        return new History(folder);
    }

    /** Whether all that was found in the end is already there. */
    public boolean isEnded() {
        return facts().count(Fact.Ended.class) > 0;
    }

    public Path folder() {
        return folder;
    }

    public synchronized void add(Fact.Seen fact) {
        file.append(Line.of(fact));
        seen.add(fact);
    }

    public synchronized <T extends Fact.Seen> List<T> seen(Class<T> kind) {
        return seen.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Takes the place of what was found before. */
    public void end(Collection<? extends Fact.Found> found) {
        try (var lines = lines(folder.resolve(FOUND), before -> {})) {
            lines.clear();
            found.forEach(fact -> lines.append(Line.of(fact)));
        }
    }

    /** Everything in it. */
    public Facts facts() {
        var all = new ArrayList<Fact>();
        lines(folder.resolve(SEEN), all::add).close();
        lines(folder.resolve(FOUND), all::add).close();
        return new Facts(all);
    }

    @Override
    public void close() {
        file.close();
    }

    private static JsonLines<Line> lines(Path path, Consumer<Fact> reader) {
        return JsonLines.open(path, Line.class, line -> reader.accept(line.read()));
    }

    private static Map<String, Class<? extends Fact>> kinds(Class<?>... parents) {
        return Stream.of(parents)
                .flatMap(parent -> Arrays.stream(parent.getPermittedSubclasses()))
                .<Class<? extends Fact>>map(kind -> kind.asSubclass(Fact.class))
                .collect(Collectors.toMap(Class::getSimpleName, Function.identity()));
    }
}
