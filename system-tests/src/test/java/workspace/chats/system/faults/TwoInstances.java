package workspace.chats.system.faults;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import workspace.chats.system.history.Fact;
import workspace.chats.system.history.Facts;
import workspace.chats.system.history.Finding;

/** Two of every service, killed and started again in turn. */
final class TwoInstances implements Scenario {

    private static final List<String> SERVICES =
            List.of("chat-api", "assignment-service", "channel-dispatcher", "voice-caller");
    private static final List<String> INSTANCES =
            List.of(
                    "chat-api",
                    "channel-dispatcher-2",
                    "chat-api-2",
                    "assignment-service",
                    "voice-caller",
                    "channel-dispatcher",
                    "assignment-service-2",
                    "voice-caller-2");
    private static final Set<String> GATEWAYS = Set.of("chat-api", "chat-api-2");

    @Override
    public String name() {
        return "two-instances";
    }

    @Override
    public String says() {
        return "two of every service, killed and started in turn";
    }

    @Override
    public Size size() {
        return new Size(4 * INSTANCES.size(), 100, 20, 240);
    }

    @Override
    public Size shortSize() {
        return new Size(4, 60, 20, 120);
    }

    @Override
    public void begin(Course course) {
        SERVICES.stream()
                .filter(service -> !course.system().isAlive(service + "-2"))
                .forEach(course::startSecond);
    }

    @Override
    public void round(Course course) {
        var victim = INSTANCES.get((course.round() - 1) % INSTANCES.size());
        course.kill(victim);
        if (victim.endsWith("-2")) {
            course.startSecond(victim.substring(0, victim.length() - 2));
        } else {
            course.start(victim);
        }
    }

    @Override
    public void end(Course course) {
        SERVICES.forEach(service -> course.kill(service + "-2"));
    }

    /** Clients were served by both gateways, or it was no trial of two. */
    @Override
    public Stream<Finding> judge(Facts facts) {
        var served =
                facts.of(Fact.Acknowledged.class)
                        .map(Fact.Acknowledged::by)
                        .collect(Collectors.toSet());
        return GATEWAYS.stream()
                .filter(gateway -> !served.contains(gateway))
                .map(gateway -> new Finding(Finding.Kind.UNANSWERED, "served nobody", gateway));
    }
}
