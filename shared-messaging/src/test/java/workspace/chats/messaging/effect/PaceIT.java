package workspace.chats.messaging.effect;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import workspace.chats.messaging.effect.FakeProvider.Submitted;

@LedgerTest
class PaceIT {

    @Autowired EffectParts parts;
    @Autowired EffectEngine engine;
    @Autowired FakeProvider provider;
    @Autowired DataSource dataSource;

    private final Set<UUID> connected = ConcurrentHashMap.newKeySet();
    private Lab lab;

    @BeforeEach
    void takeOver() {
        engine.stop();
        lab = new Lab(parts, provider);
    }

    @AfterEach
    void cleanUp() {
        lab.stopAll();
    }

    @Test
    void keepsASecondBetweenRequests_ofEachSenderOverTwoInstances() {
        var one = lab.start();
        var other = lab.start();
        var senders = List.of(Wish.aMessage(), Wish.aMessage(), Wish.aMessage());

        for (var sender : senders) {
            var wish = sender.atRate(1);
            one.plan(wish, wish.elsewhere());
            other.plan(wish.elsewhere(), wish.elsewhere());
        }

        lab.awaitAllSettled();
        assertThat(provider.submitted()).hasSize(12);
        assertThat(shortestGap()).isGreaterThanOrEqualTo(nearly(Duration.ofSeconds(1)));
        assertThat(usualGap()).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void keepsItsDistance_whenAnInstanceIsReplaced() {
        var wish = Wish.aMessage().atRate(1);
        var first = lab.start();
        first.plan(wish);
        lab.awaitState(wish, "accepted");

        first.stop();
        lab.start().plan(wish.elsewhere());

        lab.awaitAllSettled();
        assertThat(provider.submitted()).hasSize(2);
        assertThat(shortestGap()).isGreaterThanOrEqualTo(nearly(Duration.ofSeconds(1)));
    }

    @Test
    void keepsItsDistanceOnTheWire_whenOnlyTheFirstRequestHasToConnect() {
        var first = Wish.aMessage().atRate(4);
        provider.connects(effect ->
                effect.subjectId().equals(first.message())
                        ? Duration.ofMillis(200)
                        : Duration.ZERO);

        lab.start().plan(first, first.elsewhere(), first.elsewhere());

        lab.awaitAllSettled();
        assertThat(provider.submitted()).hasSize(3);
        assertThat(shortestGap()).isGreaterThanOrEqualTo(nearly(Duration.ofMillis(250)));
    }

    @Test
    void keepsItsDistanceToWhatWasReallyWritten_whenWritingTakesLong() {
        var first = Wish.aMessage().atRate(1);
        provider.writes(effect ->
                effect.subjectId().equals(first.message())
                        ? Duration.ofMillis(150)
                        : Duration.ZERO);

        lab.start().plan(first, first.elsewhere(), first.elsewhere());

        lab.awaitAllSettled();
        assertThat(provider.submitted()).hasSize(3);
        assertThat(shortestGap()).isGreaterThanOrEqualTo(nearly(Duration.ofSeconds(1)));
    }

    /**
     * Slots lie on a grid: lateness is made up for and does not add up. If it did, no gap would be
     * shorter than 256 ms; a busy machine only makes some of them longer.
     */
    @Test
    void keepsItsRate_thoughEveryRequestIsALittleLate() {
        var first = Wish.aMessage().atRate(4);
        provider.writes(effect -> Duration.ofMillis(6));
        var planned = System.nanoTime();

        lab.start().plan(Stream.generate(first::elsewhere).limit(25).toList());

        lab.awaitAllSettled();
        var gaps = gaps().stream().sorted().toList();
        assertThat(gaps).hasSize(24);
        assertThat(gaps.get(2)).isLessThan(Duration.ofMillis(254));
        assertThat(lastWritten() - planned).isGreaterThan(Duration.ofMillis(24 * 247).toNanos());
    }

    @Test
    void writesNothing_whenConnectingTakesLongerThanTheSlotLasts() {
        var wish = Wish.aMessage().atRate(10);
        provider.connects(effect -> Duration.ofMillis(connected.add(effect.id()) ? 600 : 0));

        lab.start().plan(wish);

        lab.awaitState(wish, "accepted");
        assertThat(lab.submitted(wish)).hasSize(1);
        assertThat(lab.column(wish, "tries")).isEqualTo("1");
        assertThat(lab.told(wish)).hasSize(1);
    }

    @Test
    void triesAgainAtOnce_whenConnectingTookTooLong_andKeepsItsDistanceAllTheSame() {
        var wish = Wish.aMessage().atRate(0.25);
        var tried = new CopyOnWriteArrayList<Long>();
        provider.connects(_ -> {
            tried.add(System.nanoTime());
            return Duration.ofMillis(tried.size() == 1 ? 1_200 : 0);
        });

        lab.start("pace-tolerance=1s").plan(wish, wish.elsewhere());

        lab.awaitAllSettled();
        assertThat(provider.submitted()).hasSize(2);
        assertThat(shortestGap()).isGreaterThanOrEqualTo(nearly(Duration.ofSeconds(4)));
        var waits = gaps(tried);
        assertThat(waits.get(0)).isLessThan(Duration.ofSeconds(3));
        assertThat(waits.get(1)).isLessThan(Duration.ofSeconds(6));
    }

    @Test
    void waitsForTheNextSlot_whenConnectingTookTooLongTwiceInARow() {
        var wish = Wish.aMessage().atRate(0.25);
        var slow = new AtomicInteger(2);
        provider.connects(effect -> Duration.ofMillis(slow.getAndDecrement() > 0 ? 600 : 0));
        var planned = System.nanoTime();

        lab.start().plan(wish);

        lab.awaitState(wish, "accepted");
        var written = provider.submitted().getFirst().at();
        assertThat(Duration.ofNanos(written - planned)).isGreaterThan(Duration.ofSeconds(4));
    }

    @Test
    void isWhatTheLatestPlanSays() {
        var slow = Wish.aMessage().atRate(4);
        var fast = slow.elsewhere().atRate(10_000);

        lab.start().plan(fast, slow, slow.elsewhere().atRate(10_000), slow.elsewhere());

        lab.awaitAllSettled();
        assertThat(provider.submitted()).hasSize(4);
        assertThat(shortestGap()).isGreaterThanOrEqualTo(nearly(Duration.ofMillis(250)));
    }

    /** Meanwhile another instance may have been given the time after it. */
    @Test
    void doesNotPutOffASlot_becauseTheAnswerToItsClaimCameLate() {
        var instance = lab.start();
        instance.stop();
        instance.plan(Wish.aMessage().atRate(1));

        var claim =
                claimsWhoseAnswersTake(Duration.ofMillis(500))
                        .take(Map.of(Medium.SMS, 1), Map.of())
                        .getFirst();

        assertThat(claim.slot().latest() - System.nanoTime()).isNegative();
    }

    private Claims claimsWhoseAnswersTake(Duration time) {
        var slow =
                new JdbcTemplate(dataSource) {
                    @Override
                    public <T extends @Nullable Object> T query(
                            PreparedStatementCreator asked, ResultSetExtractor<T> answer) {
                        return super.query(
                                asked,
                                rows -> {
                                    LockSupport.parkNanos(time.toNanos());
                                    return answer.extractData(rows);
                                });
                    }
                };
        return new Claims(
                JdbcClient.create(slow), parts.transaction(), parts.settings(), UUID.randomUUID());
    }

    @Test
    void writesNoMoreThanTwoHundredPerSecond_andNotMuchLess() {
        var wish = Wish.aMessage().atRate(200);
        var wishes = new ArrayList<Wish>();
        for (int i = 0; i < 400; i++) {
            wishes.add(wish.elsewhere());
        }

        lab.start().plan(wishes);

        lab.awaitAllSettled();
        assertThat(provider.submitted()).hasSize(400);
        assertThat(durationOf(100))
                .isBetween(nearly(Duration.ofMillis(99 * 5)), Duration.ofSeconds(2));
    }

    @Test
    void doesNotLetOneWorkspaceWaitForTheBurstOfAnother() {
        var burst = Wish.aMessage().atRate(200);
        var wishes = new ArrayList<Wish>();
        for (int i = 0; i < 2_000; i++) {
            wishes.add(burst.elsewhere());
        }
        var quiet = Wish.aMessage();
        var instance = lab.start();
        instance.plan(wishes);
        lab.awaitSubmitted(20);

        instance.plan(quiet);

        lab.awaitState(quiet, "accepted");
        assertThat(provider.submitted().size()).isLessThan(1_000);
    }

    @Test
    void letsWorkspacesTakeTurns_whenHandsAreShort() {
        var greedy = Wish.aMessage();
        var wishes = new ArrayList<Wish>();
        for (int i = 0; i < 200; i++) {
            wishes.add(greedy.elsewhere());
        }
        wishes.add(Wish.aMessage());
        wishes.add(Wish.aMessage());

        lab.start("in-flight=1").plan(wishes);

        lab.awaitAllSettled();
        var firstFive =
                provider.submitted().subList(0, 5).stream()
                        .map(each -> each.effect().workspaceId())
                        .distinct();
        assertThat(firstFive).hasSize(3);
    }

    /** One that follows a late one may be closer to it by three hundredths. */
    private static Duration nearly(Duration distance) {
        return distance.multipliedBy(97).dividedBy(100);
    }

    /** The shortest time in which so many requests in a row were written. */
    private Duration durationOf(int requests) {
        var times = provider.submitted().stream().map(Submitted::at).sorted().toList();
        return IntStream.rangeClosed(0, times.size() - requests)
                .mapToObj(i -> Duration.ofNanos(times.get(i + requests - 1) - times.get(i)))
                .min(Duration::compareTo)
                .orElseThrow();
    }

    private Duration shortestGap() {
        return gaps().stream().min(Duration::compareTo).orElseThrow();
    }

    /** The median: a machine that stands still for a while makes only some longer. */
    private Duration usualGap() {
        var gaps = gaps().stream().sorted().toList();
        return gaps.get(gaps.size() / 2);
    }

    private long lastWritten() {
        return provider.submitted().stream().mapToLong(Submitted::at).max().orElseThrow();
    }

    /** Between requests of the same sender, in the order in which they were written. */
    private List<Duration> gaps() {
        return provider.submitted().stream()
                .collect(groupingBy(each -> each.effect().senderId()))
                .values()
                .stream()
                .map(requests -> requests.stream().map(Submitted::at).sorted().toList())
                .flatMap(times -> gaps(times).stream())
                .toList();
    }

    private static List<Duration> gaps(List<Long> times) {
        return IntStream.range(1, times.size())
                .mapToObj(i -> Duration.ofNanos(times.get(i) - times.get(i - 1)))
                .toList();
    }
}
