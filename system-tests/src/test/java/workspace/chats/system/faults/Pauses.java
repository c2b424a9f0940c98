package workspace.chats.system.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import workspace.chats.system.RunningSystem;

/**
 * One of two dispatchers, or of two callers, stands still for longer than its lease, as if it had
 * collected garbage, and then goes on where it was.
 */
final class Pauses implements Scenario {

    private static final List<String> SENDERS = List.of("channel-dispatcher", "voice-caller");
    private static final List<String> BOTH =
            List.of("channel-dispatcher", "channel-dispatcher-2", "voice-caller", "voice-caller-2");
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

    @Override
    public void begin(Course course) {
        SENDERS.forEach(course::startSecond);
    }

    @Override
    public void round(Course course) {
        var victim = course.oneOf(BOTH);
        course.signal("STOP", victim);
        Patience.pause(LEASE.plusSeconds(2));
        course.signal("CONT", victim);
    }

    @Override
    public void end(Course course) {
        SENDERS.forEach(sender -> course.kill(sender + "-2"));
    }
}
