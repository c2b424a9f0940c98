package workspace.chats.system.faults;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** All kinds of trouble that there are. */
final class Scenarios {

    static final List<Scenario> ALL =
            List.of(
                    new Kills(),
                    new RoughProviders(),
                    new KillPoints(),
                    new EngineDown("kafka", false, Duration.ofMinutes(5), Duration.ofSeconds(15)),
                    new EngineDown("postgres", true, Duration.ofMinutes(1), Duration.ofSeconds(5)),
                    new Expired(),
                    new ReplayAll(),
                    new Pauses(),
                    new TwoInstances(),
                    new RelayKills(),
                    new Network());

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
