package workspace.chats.system.history;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** A whole history, to be asked. */
public record Facts(List<Fact> all) {

    public Facts {
        all = List.copyOf(all);
    }

    public <T extends Fact> Stream<T> of(Class<T> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast);
    }

    public <T extends Fact> long count(Class<T> kind) {
        return of(kind).count();
    }

    /** In their order, by what they are about. */
    <T extends Fact> Map<String, List<T>> by(Class<T> kind, Function<T, String> key) {
        return of(kind).collect(groupingBy(key, LinkedHashMap::new, toList()));
    }

    /** How often each was got. */
    Map<Subject.Delivery, Long> received() {
        return of(Fact.Received.class).collect(groupingBy(Subject.Delivery::of, counting()));
    }
}
