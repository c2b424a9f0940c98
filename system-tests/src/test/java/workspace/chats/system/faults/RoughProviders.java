package workspace.chats.system.faults;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import workspace.chats.system.Http;
import workspace.chats.system.Json;
import workspace.chats.system.RunningSystem;

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
        twilio(
                course,
                List.of(
                        Map.of("percent", 20, "mode", "hangAfterAccept", "delayMs", 3_000),
                        Map.of("percent", 10, "mode", "reset"),
                        Map.of("percent", 5, "mode", "statusAfterAccept", "status", 500),
                        Map.of("percent", 5, "mode", "status", "status", 429)));
        mail(
                course,
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
        twilio(course, List.of());
        mail(course, List.of());
    }

    private static void twilio(Course course, List<Map<String, Object>> shares) {
        weather(course.system(), "twilioUrl", course.random().nextInt(), shares);
    }

    private static void mail(Course course, List<Map<String, Object>> shares) {
        weather(course.system(), "mailUrl", course.random().nextInt(), shares);
    }

    private static void weather(
            RunningSystem system, String where, int seed, List<Map<String, Object>> shares) {
        var reply =
                Http.post(
                        system.url(where) + "/_sim/weather",
                        Map.of(),
                        Json.write(Map.of("seed", seed, "shares", shares)));
        if (reply.status() != 204) {
            throw new IllegalStateException("no such weather: " + reply.text());
        }
    }
}
