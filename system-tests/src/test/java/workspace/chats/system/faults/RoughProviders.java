package workspace.chats.system.faults;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import workspace.chats.system.RunningSystem;
import workspace.chats.system.history.Fact;
import workspace.chats.system.history.Facts;
import workspace.chats.system.history.Finding;

/**
 * Twilio takes a request and falls silent (20 % of them), resets after the body (10 %), takes it
 * and answers 500 (5 %), or answers 429 (5 %); the mail server does the like; and whoever sends is
 * killed each round.
 */
final class RoughProviders implements Scenario {

    private static final List<String> SENDERS = List.of("channel-dispatcher", "voice-caller");

    @Override
    public String name() {
        return "provider";
    }

    @Override
    public String says() {
        return "providers that take 25 % without saying so, lose 10 % and put off 5 %, while the"
                + " dispatcher is killed";
    }

    @Override
    public Size size() {
        return new Size(50, 100, 20, 300);
    }

    @Override
    public Size shortSize() {
        return new Size(5, 60, 30, 120);
    }

    /** Nobody waits ten seconds for a provider that will not answer. */
    @Override
    public Map<String, String> environment(Path folder, RunningSystem system) {
        return Map.of(
                "WORKSPACE_TWILIO_RESPONSETIMEOUT", "1500ms", "WORKSPACE_SMTP_REPLYTIMEOUT", "2s");
    }

    @Override
    public List<String> needing() {
        return SENDERS;
    }

    @Override
    public void begin(Course course) {
        new Sky(course)
                .become(
                        List.of(
                                Map.of("percent", 20, "mode", "hangAfterAccept", "delayMs", 3_000),
                                Map.of("percent", 10, "mode", "reset"),
                                Map.of("percent", 5, "mode", "statusAfterAccept", "status", 500),
                                Map.of("percent", 5, "mode", "status", "status", 429)),
                        List.of(
                                Map.of("percent", 10, "fault", "hangAfterDot"),
                                Map.of("percent", 15, "fault", "dropAfterDot"),
                                Map.of("percent", 10, "fault", "dropBeforeData"),
                                Map.of("percent", 5, "fault", "refuse421")));
    }

    @Override
    public void round(Course course) {
        // the dispatcher every time, as the claim says; the caller with it every other time
        SENDERS.stream()
                .limit(1 + course.round() % 2)
                .forEach(sender -> {
                    course.kill(sender);
                    course.start(sender);
                });
    }

    @Override
    public void end(Course course) {
        new Sky(course).clear();
    }

    /**
     * Those that fell silent, letters of which nobody can ask whether they arrived, and what a
     * dispatcher was about to write when it was killed, which in the short form is as much as the
     * rest: 84 of 270 on a slow machine, of which the providers explain 32.
     */
    @Override
    public int unclear() {
        return 40;
    }

    @Override
    public Stream<Finding> judge(Facts facts) {
        long kills =
                facts.of(Fact.Disturbed.class)
                        .filter(fault -> fault.whom().equals(SENDERS.getFirst()))
                        .count();
        return Stream.concat(
                Sky.judge(facts),
                kills < facts.count(Fact.Round.class)
                        ? Stream.of(
                                new Finding(
                                        Finding.Kind.UNANSWERED,
                                        "only %d kills".formatted(kills),
                                        SENDERS.getFirst()))
                        : Stream.empty());
    }
}
