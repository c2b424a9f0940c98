package workspace.chats.system.faults;

import java.time.Duration;
import java.util.stream.Stream;
import workspace.chats.system.history.Fact;
import workspace.chats.system.history.Facts;
import workspace.chats.system.history.Finding;

/**
 * An engine is away while clients keep coming.
 *
 * @param needed whether clients must come back until it is there again
 */
record EngineDown(String engine, boolean needed, Duration down, Duration shortlyDown)
        implements Scenario {

    private static final int PER_SECOND = 20;

    @Override
    public String name() {
        return engine + "-down";
    }

    @Override
    public String says() {
        return "%s is down for %d s under %d creates per second"
                .formatted(engine, down.toSeconds(), PER_SECOND);
    }

    @Override
    public Size size() {
        return sized(down);
    }

    @Override
    public Size shortSize() {
        return sized(shortlyDown);
    }

    private static Size sized(Duration down) {
        return new Size(1, (int) down.toSeconds() * PER_SECOND, PER_SECOND, 180);
    }

    @Override
    public boolean isEarly() {
        return true;
    }

    @Override
    public void round(Course course) {
        int clients = course.size().clients();
        course.keepDown(engine, Duration.ofSeconds(clients / PER_SECOND));
    }

    /** With no need of the engine, the first request of everybody is answered. */
    @Override
    public Stream<Finding> judge(Facts facts) {
        return facts.of(Fact.Acknowledged.class)
                .filter(told -> !needed && told.requests() > 1)
                .map(told ->
                        new Finding(
                                Finding.Kind.UNANSWERED,
                                "answered after %d requests only".formatted(told.requests()),
                                told.chat()));
    }
}
