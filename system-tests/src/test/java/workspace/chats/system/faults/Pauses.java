package workspace.chats.system.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import workspace.chats.system.RunningSystem;
import workspace.chats.system.history.Fact;
import workspace.chats.system.history.Facts;
import workspace.chats.system.history.Finding;

/**
 * One of two dispatchers, or of two callers, stands still for longer than its lease, as if it had
 * collected garbage, and then goes on where it was.
 */
final class Pauses implements Scenario {

    private static final List<String> SENDERS = List.of("channel-dispatcher", "voice-caller");
    private static final List<String> BOTH =
            List.of("channel-dispatcher", "channel-dispatcher-2", "voice-caller", "voice-caller-2");
    private static final String UNDER_WAY = "attempts under way at a pause";
    private static final Duration AT_WORK = Duration.ofSeconds(10);
    private static final Duration LEASE = Duration.ofSeconds(6);

    @Override
    public String name() {
        return "pause";
    }

    @Override
    public String says() {
        return "SIGSTOP of one of two instances past its lease";
    }

    @Override
    public Size size() {
        return new Size(30, 100, 20, 240);
    }

    @Override
    public Size shortSize() {
        return new Size(2, 60, 20, 120);
    }

    @Override
    public Map<String, String> environment(Path folder, RunningSystem system) {
        return Map.of(
                "WORKSPACE_EFFECTS_LEASE", LEASE.toSeconds() + "s",
                "WORKSPACE_TWILIO_RESPONSETIMEOUT", "1500ms",
                "WORKSPACE_SMTP_REPLYTIMEOUT", "2s",
                "WORKSPACE_SMTP_DEADLINE", "2s");
    }

    @Override
    public List<String> needing() {
        return SENDERS;
    }

    /** Twilio takes its time, so that requests are under way when an instance is stopped. */
    @Override
    public void begin(Course course) {
        SENDERS.forEach(course::startSecond);
        new Sky(course)
                .become(
                        List.of(Map.of("percent", 100, "mode", "delay", "delayMs", 400)),
                        List.of());
    }

    @Override
    public void round(Course course) {
        var victim = course.oneOf(BOTH);
        var _ = Patience.until(AT_WORK, () -> course.snapshot().underWay() > 0);
        course.signal("STOP", victim);
        course.counted(UNDER_WAY, course.snapshot().underWay());
        Patience.pause(LEASE.plusSeconds(2));
        course.signal("CONT", victim);
    }

    @Override
    public void end(Course course) {
        new Sky(course).clear();
        SENDERS.forEach(sender -> course.kill(sender + "-2"));
    }

    /** An instance that stands still with empty hands proves nothing. */
    @Override
    public Stream<Finding> judge(Facts facts) {
        boolean some =
                facts.of(Fact.Counted.class)
                        .filter(counted -> counted.what().equals(UNDER_WAY))
                        .anyMatch(counted -> counted.many() > 0);
        return some
                ? Stream.empty()
                : Stream.of(
                        new Finding(Finding.Kind.UNANSWERED, "nothing was under way", "history"));
    }
}
