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
    private static final String DRAINED = "the outboxes are drained";
    private static final Duration SOON = Duration.ofSeconds(60);

    @Override
    public String name() {
        return engine + "-down";
    }

    @Override
    public String says() {
        return "%s is down under %d creates per second".formatted(engine, PER_SECOND);
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
        long back = course.keepDown(engine, Duration.ofSeconds(clients / PER_SECOND));
        if (!needed) {
            drain(course, back);
        }
    }

    private static void drain(Course course, long since) {
        course.measure(DRAINED, since, () -> course.snapshot().undelivered() == 0);
        course.measure("all is final", since, () -> course.snapshot().unfinished() == 0);
    }

    /** With no need of the engine, the first request of everybody is answered, and soon told. */
    @Override
    public Stream<Finding> judge(Facts facts) {
        return Stream.concat(late(facts), repeated(facts));
    }

    private static Stream<Finding> late(Facts facts) {
        return facts.of(Fact.Measured.class)
                .filter(measure -> measure.what().equals(DRAINED))
                .filter(measure -> measure.millis() > SOON.toMillis())
                .map(measure -> new Finding(Finding.Kind.UNANSWERED, "drained late", "history"));
    }

    private Stream<Finding> repeated(Facts facts) {
        return facts.of(Fact.Acknowledged.class)
                .filter(told -> !needed && told.requests() > 1)
                .map(told ->
                        new Finding(
                                Finding.Kind.UNANSWERED,
                                "answered after %d requests only".formatted(told.requests()),
                                told.chat()));
    }
}
