package workspace.chats.system.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import workspace.chats.system.RunningSystem;
import workspace.chats.system.faults.TcpRelay.Wire;

/** The wires to the database and to the providers are slow, cut, or swallow what they are given. */
final class Network implements Scenario {

    private static final Map<String, String> DATABASES =
            Map.of(
                    "CHAT_API", "chat_api",
                    "ASSIGNMENT_SERVICE", "assignment",
                    "CHANNEL_DISPATCHER", "dispatch",
                    "VOICE_CALLER", "voice");
    private static final List<String> ENDS =
            List.of("POSTGRES_PORT", "TWILIO_SIM_PORT", "MAIL_SMTP_PORT");
    private static final List<Wire> TROUBLES = List.of(Wire.CUT, Wire.SWALLOWING, Wire.SLOW);
    private static final Duration TIME = Duration.ofSeconds(5);

    private final Map<Integer, TcpRelay> relays = new ConcurrentHashMap<>();

    @Override
    public String name() {
        return "network";
    }

    @Override
    public String says() {
        return "the wires to PostgreSQL, Twilio and the mail server are slow, cut, or swallow";
    }

    @Override
    public Size size() {
        return new Size(36, 100, 20, 300);
    }

    @Override
    public Size shortSize() {
        return new Size(3, 60, 20, 150);
    }

    @Override
    public Map<String, String> environment(Path folder, RunningSystem system) {
        var environment = new HashMap<String, String>();
        int postgres = relay(system, "POSTGRES_PORT").port();
        DATABASES.forEach((service, database) ->
                environment.put(
                        service + "_DATABASE_URL",
                        "jdbc:postgresql://127.0.0.1:%d/%s".formatted(postgres, database)));
        environment.put(
                "TWILIO_BASE_URL", "http://127.0.0.1:" + relay(system, "TWILIO_SIM_PORT").port());
        environment.put("SMTP_PORT", Integer.toString(relay(system, "MAIL_SMTP_PORT").port()));
        environment.put("WORKSPACE_TWILIO_RESPONSETIMEOUT", "1500ms");
        environment.put("WORKSPACE_SMTP_REPLYTIMEOUT", "2s");
        return new TreeMap<>(environment);
    }

    @Override
    public List<String> needing() {
        return List.of("chat-api", "assignment-service", "channel-dispatcher", "voice-caller");
    }

    /** Every wire has every trouble in turn. */
    @Override
    public void round(Course course) {
        int number = course.round() - 1;
        var end = ENDS.get(number % ENDS.size());
        var trouble = TROUBLES.get((number / ENDS.size() + number) % TROUBLES.size());
        var relay = relay(course.system(), end);
        relay.become(trouble);
        course.note("wire is " + trouble, end);
        Patience.pause(TIME);
        if (relay.met() == 0) {
            course.missed("somebody meets a wire that is " + trouble, end);
        }
        relay.become(Wire.GOOD);
    }

    private TcpRelay relay(RunningSystem system, String end) {
        var port = Integer.parseInt(Objects.requireNonNull(system.environment().get(end)));
        return relays.computeIfAbsent(port, TcpRelay::to);
    }
}
