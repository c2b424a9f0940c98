package workspace.chats.system.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import workspace.chats.local.KafkaServer;
import workspace.chats.system.RunningSystem;
import workspace.chats.system.killpoint.AgentJar;
import workspace.chats.system.killpoint.KillPoint;
import workspace.chats.system.killpoint.Visits;

/** Each round one service dies at one point of its code, and is started again. */
final class KillPoints implements Scenario {

    private static final Duration UNTIL_VISITED = Duration.ofMinutes(1);

    private record Target(KillPoint point, String service) {}

    /** First each point once. */
    private static final List<Target> TARGETS =
            IntStream.range(0, 4).boxed().flatMap(KillPoints::ofServiceNumber).toList();

    private static final List<String> SERVICES =
            TARGETS.stream().map(Target::service).distinct().toList();

    private static Stream<Target> ofServiceNumber(int number) {
        return KillPoint.ALL.stream()
                .filter(point -> number < point.services().size())
                .map(point -> new Target(point, point.services().get(number)));
    }

    @Override
    public String name() {
        return "kill-points";
    }

    @Override
    public String says() {
        return "a service dies at each of %d points of the code, %d times in all"
                .formatted(KillPoint.ALL.size(), TARGETS.size());
    }

    @Override
    public Size size() {
        return new Size(TARGETS.size(), 40, 20, 240);
    }

    @Override
    public Size shortSize() {
        return new Size(6, 30, 20, 120);
    }

    @Override
    public Map<String, String> environment(Path folder, RunningSystem system) {
        var jar = folder.resolve("agent.jar");
        var environment = new HashMap<String, String>();
        for (var service : SERVICES) {
            environment.put(
                    service.toUpperCase(Locale.ROOT).replace('-', '_') + "_JVM_OPTIONS",
                    "%s -javaagent:%s=%s"
                            .formatted(KafkaServer.FAST_START, jar, armed(folder, service)));
        }
        return environment;
    }

    @Override
    public void prepare(Path folder) {
        AgentJar.write(folder.resolve("agent.jar"));
    }

    @Override
    public List<String> needing() {
        return SERVICES;
    }

    @Override
    public boolean isEarly() {
        return true;
    }

    @Override
    public void round(Course course) {
        var target = TARGETS.get((course.round() - 1) % TARGETS.size());
        var point = target.point().name();
        var folder = armed(course.history().folder(), target.service());
        arm(folder, point);
        if (Patience.until(UNTIL_VISITED, () -> Files.exists(Visits.visited(folder, point)))) {
            course.note("died at " + point, target.service());
            course.awaitDeath(target.service());
            course.start(target.service());
        } else {
            course.missed(point, target.service());
        }
    }

    /** It dies at the worst moments there are: whoever was on his way is in doubt. */
    @Override
    public int unclear() {
        return 20;
    }

    private static void arm(Path folder, String point) {
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(Visits.visited(folder, point));
            Files.writeString(folder.resolve(point), "");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path armed(Path folder, String service) {
        return folder.resolve("armed").resolve(service);
    }
}
