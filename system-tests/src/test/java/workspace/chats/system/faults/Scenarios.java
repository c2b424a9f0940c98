package workspace.chats.system.faults;

import java.util.List;
import java.util.stream.Collectors;

/** All kinds of trouble that there are. */
final class Scenarios {

    static final List<Scenario> ALL = List.of(new Kills());

    private Scenarios() {}

    static Scenario called(String name) {
        return ALL.stream()
                .filter(scenario -> scenario.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no scenario " + name));
    }

    static String list() {
        return ALL.stream()
                .map(scenario -> scenario.name() + " (" + scenario.says() + ")")
                .collect(Collectors.joining(", ", "there are ", ""));
    }
}
