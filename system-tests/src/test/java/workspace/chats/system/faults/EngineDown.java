package workspace.chats.system.faults;

import java.time.Duration;
import java.util.LongSummaryStatistics;
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

    /** The gateway serves so many of one workspace; more may be told to come again later. */
    private static final int SERVED_AT_ONCE = 4;

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

    /**
     * On a machine that has other things to do, not everybody is served in the time of the short
     * form: there they come few at a time, and the engine stays away until most have been.
     */
    private boolean takesItsTime(Size size) {
        return !needed && size.equals(shortSize());
    }

    @Override
    public int atOnce(Size size) {
        return takesItsTime(size) ? SERVED_AT_ONCE : Integer.MAX_VALUE;
    }

    @Override
    public boolean isEarly() {
        return true;
    }

    @Override
    public void round(Course course) {
        boolean slowly = takesItsTime(course.size());
        var time = Duration.ofSeconds(course.size().clients() / PER_SECOND);
        long back = course.keepDown(engine, time, () -> !slowly || mostAreAnswered(course));
        if (!needed) {
            drain(course, slowly ? course.now() : back);
        }
    }

    private boolean mostAreAnswered(Course course) {
        long since = times(course.history().seen(Fact.Disturbed.class).stream()).getMin();
        long answered =
                course.history().seen(Fact.Acknowledged.class).stream()
                        .filter(told -> told.at() >= since)
                        .count();
        return answered * 10 >= course.size().clients() * 9L;
    }

    private static void drain(Course course, long since) {
        course.measure(DRAINED, since, () -> course.snapshot().undelivered() == 0);
        course.measure("all is final", since, () -> course.snapshot().unfinished() == 0);
    }

    /** With no need of the engine, everybody is answered at once, and soon told. */
    @Override
    public Stream<Finding> judge(Facts facts) {
        return needed
                ? Stream.empty()
                : Stream.of(late(facts), repeated(facts), outOfTime(facts))
                        .flatMap(findings -> findings);
    }

    private static Stream<Finding> late(Facts facts) {
        var drained =
                facts.of(Fact.Measured.class)
                        .filter(measure -> measure.what().equals(DRAINED))
                        .toList();
        return drained.isEmpty() || drained.stream().anyMatch(it -> it.millis() > SOON.toMillis())
                ? Stream.of(new Finding(Finding.Kind.UNANSWERED, "drained late", "history"))
                : Stream.empty();
    }

    private static Stream<Finding> repeated(Facts facts) {
        return Stream.concat(
                        facts.of(Fact.Acknowledged.class)
                                .filter(told -> told.requests() > 1)
                                .map(Fact.Acknowledged::chat),
                        facts.of(Fact.Changed.class)
                                .filter(told -> told.requests() > 1)
                                .map(Fact.Changed::chat))
                .map(chat ->
                        new Finding(
                                Finding.Kind.UNANSWERED,
                                "not answered at the first request",
                                chat));
    }

    /** An answer that comes when the engine is back was none without it. */
    private Stream<Finding> outOfTime(Facts facts) {
        var times = times(facts.of(Fact.Disturbed.class));
        long within =
                facts.of(Fact.Acknowledged.class)
                        .filter(told -> told.at() >= times.getMin() && told.at() <= times.getMax())
                        .count();
        return within * 10 < facts.count(Fact.Acknowledged.class) * 9
                ? Stream.of(
                        new Finding(
                                Finding.Kind.UNANSWERED,
                                "only %d were answered without %s".formatted(within, engine),
                                "history"))
                : Stream.empty();
    }

    private LongSummaryStatistics times(Stream<Fact.Disturbed> faults) {
        return faults.filter(fault -> fault.whom().equals(engine))
                .mapToLong(Fact.Disturbed::at)
                .summaryStatistics();
    }
}
