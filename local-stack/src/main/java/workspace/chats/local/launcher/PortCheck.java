package workspace.chats.local.launcher;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import workspace.chats.local.Ports;

/** Looks at every port before anything is started. */
final class PortCheck {

    private PortCheck() {}

    /** Throws {@link CannotDo} that names each port which somebody else has taken. */
    static void of(List<Component> toBeStarted, PortPlan plan) {
        String taken =
                toBeStarted.stream()
                        .flatMap(part -> part.ports().stream())
                        .filter(port -> !Ports.isFree(port))
                        .map(port -> describe(port, plan))
                        .collect(Collectors.joining("\n"));
        if (!taken.isEmpty()) {
            throw new CannotDo(
                    taken + "\nEnd what listens there, or set the variable to another port.");
        }
    }

    private static String describe(int number, PortPlan plan) {
        String variable =
                Arrays.stream(Port.values())
                        .filter(port -> plan.of(port) == number)
                        .map(port -> " (" + port.variable() + ")")
                        .findFirst()
                        .orElse("");
        String by = Listener.on(number).map(who -> " by " + who).orElse("");
        return "port " + number + variable + " is taken" + by;
    }
}
