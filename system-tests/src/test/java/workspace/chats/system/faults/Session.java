package workspace.chats.system.faults;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import workspace.chats.system.RunningSystem;
import workspace.chats.system.history.History;
import workspace.chats.system.history.Verdict;

/** One scenario after the other on one system, which afterwards is as it was. */
record Session(RunningSystem system, Clock clock, Run.Progress progress) {

    /**
     * Runs one.
     *
     * @param folder of its history
     */
    Verdict run(Scenario scenario, Scenario.Size size, long seed, Path folder) {
        scenario.prepare(folder);
        var variables = scenario.environment(folder, system);
        var troubled = system.with(variables);
        boolean fits = system.environment().entrySet().containsAll(variables.entrySet());
        if (!fits) {
            restart(scenario.needing(), troubled);
        }
        try (var history = History.in(folder)) {
            return new Run(troubled, scenario, size, seed, history, clock, progress).judge();
        } finally {
            if (!fits) {
                restart(scenario.needing(), system);
            }
        }
    }

    /** With other variables. */
    private static void restart(List<String> services, RunningSystem system) {
        services.stream().filter(system::isAlive).forEach(system::killAtOnce);
        system.up();
    }
}
