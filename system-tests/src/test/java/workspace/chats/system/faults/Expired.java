package workspace.chats.system.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import workspace.chats.system.RunningSystem;
import workspace.chats.system.history.Fact;
import workspace.chats.system.history.Facts;
import workspace.chats.system.history.Finding;
import workspace.chats.system.history.Finding.Kind;

/** Who sends is down until it is too late for all that was asked for. */
final class Expired implements Scenario {

    private static final List<String> SENDERS = List.of("channel-dispatcher", "voice-caller");
    private static final Duration USEFUL = Duration.ofSeconds(8);
    private static final Duration TOO_LATE = USEFUL.plusSeconds(2);
    private static final Set<String> EXPIRED = Set.of("message_expired", "call_expired");

    @Override
    public String name() {
        return "expired";
    }

    @Override
    public String says() {
        return "a dispatcher and a caller that were down past expiresAt send nothing";
    }

    @Override
    public Size size() {
        return new Size(1, 1_000, 20, 180);
    }

    @Override
    public Size shortSize() {
        return new Size(1, 60, 30, 90);
    }

    @Override
    public Map<String, String> environment(Path folder, RunningSystem system) {
        return Map.of("CHATS_DELIVERY_EXPIRESAFTER", USEFUL.toSeconds() + "s");
    }

    @Override
    public List<String> needing() {
        return List.of("chat-api");
    }

    @Override
    public void begin(Course course) {
        SENDERS.forEach(course::kill);
    }

    @Override
    public void round(Course course) {}

    @Override
    public void end(Course course) {
        Patience.pause(TOO_LATE);
        SENDERS.forEach(course::start);
    }

    @Override
    public Set<String> reasons() {
        return EXPIRED;
    }

    @Override
    public Stream<Finding> judge(Facts facts) {
        var reasons =
                Stream.concat(
                        facts.of(Fact.Message.class)
                                .filter(message -> !EXPIRED.contains(message.reason()))
                                .map(message -> other(message.reason(), message.id())),
                        facts.of(Fact.Call.class)
                                .filter(call -> !EXPIRED.contains(call.reason()))
                                .map(call -> other(call.reason(), call.id())));
        var sent =
                facts.of(Fact.Received.class)
                        .map(late -> new Finding(Kind.DUPLICATED, "sent too late", late.mark()));
        return Stream.concat(reasons, sent);
    }

    private static Finding other(String reason, String id) {
        return new Finding(Kind.CONTRADICTED, "not expired but '%s'".formatted(reason), id);
    }
}
