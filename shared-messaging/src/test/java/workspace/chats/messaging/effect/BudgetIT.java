package workspace.chats.messaging.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import workspace.chats.events.DispatchEvent.MessageFailed;
import workspace.chats.events.ReasonCode;

/** No workspace sends more in an hour than it may, whoever sends and whoever dies. */
@LedgerTest
class BudgetIT {

    private static final String[] QUICK = {"sweep=50ms", "retry-waits=20ms,20ms"};

    @Autowired EffectParts parts;
    @Autowired EffectEngine engine;
    @Autowired FakeProvider provider;

    private Lab lab;

    @BeforeEach
    void takeOver() {
        engine.stop();
        lab = new Lab(parts, provider);
    }

    @AfterEach
    void cleanUp() {
        lab.stopAll();
        parts.jdbc().sql("delete from budget").update();
    }

    @Test
    void isKeptToTheLastOne_byTwoInstancesAtOnce() {
        var wishes = many(150, Wish.aMessage().ofAnHourly(100));
        var one = lab.start(QUICK);
        var other = lab.start(QUICK);

        one.plan(wishes.subList(0, 75));
        other.plan(wishes.subList(75, 150));
        lab.awaitAllSettled();

        assertThat(provider.submitted()).hasSize(100);
        assertThat(refused(wishes)).hasSize(50);

        anHourPasses();
        refused(wishes).forEach(wish -> one.planNext(wish, 2, false));
        lab.awaitAllSettled();

        assertThat(provider.submitted()).hasSize(150);
    }

    @Test
    void outlivesAnInstance() {
        var wish = Wish.aMessage().ofAnHourly(10);
        var first = lab.start(QUICK);
        first.plan(many(6, wish));
        lab.awaitAllSettled();
        first.crash();

        var wishes = many(6, wish);
        lab.start(QUICK).plan(wishes);
        lab.awaitAllSettled();

        assertThat(provider.submitted()).hasSize(10);
        assertThat(refused(wishes)).hasSize(2);
    }

    @Test
    void countsAnAttemptOnce_howeverManyTriesItTakes() {
        var wish = Wish.aMessage().ofAnHourly(2);
        provider.answers(effect ->
                effect.tries() < 3
                        ? new Answer.NotSent(ReasonCode.PROVIDER_UNAVAILABLE, null)
                        : FakeProvider.accepted());

        lab.start(QUICK).plan(wish, wish.elsewhere());
        lab.awaitAllSettled();

        assertThat(lab.column(wish, "tries")).isEqualTo("3");
        assertThat(states()).containsExactly("accepted", "accepted");
    }

    @Test
    void isEachWorkspacesOwn_andEachMediumsOwn_andNotForWhatCostsNothing() {
        var none = Wish.aMessage().ofAnHourly(0);
        var call = none.elsewhere().on(Medium.CALL).ofAnHourly(1);
        var email = none.elsewhere().on(Medium.EMAIL);
        var pretended = none.elsewhere().pretended();
        var neighbour = Wish.aMessage().ofAnHourly(1);

        lab.start(QUICK).plan(none, call, email, pretended, neighbour);
        lab.awaitAllSettled();

        assertThat(refused(List.of(none, call, email, pretended, neighbour))).containsExactly(none);
    }

    @Test
    void isWhatTheLatestPlanSays() {
        var wish = Wish.aMessage();
        var instance = lab.start(QUICK);
        instance.plan(wish.ofAnHourly(1));
        lab.awaitState(wish, "accepted");

        var more = many(3, wish.ofAnHourly(3));
        instance.plan(more);
        lab.awaitAllSettled();

        assertThat(refused(more)).hasSize(1);
    }

    @Test
    void isWhatTheSettingsSay_whenTheWorkspaceHasNoneOfItsOwn() {
        var texts = many(3, Wish.aMessage());
        var calls = many(3, Wish.aMessage().on(Medium.CALL));
        var instance = lab.start("texts-per-hour=2", "calls-per-hour=1");

        instance.plan(texts);
        instance.plan(calls);
        lab.awaitAllSettled();

        assertThat(refused(texts)).hasSize(1);
        assertThat(refused(calls)).hasSize(2);
    }

    private static List<Wish> many(int count, Wish wish) {
        return Stream.generate(wish::elsewhere).limit(count).toList();
    }

    private List<Wish> refused(List<Wish> wishes) {
        return wishes.stream().filter(this::isRefused).toList();
    }

    private boolean isRefused(Wish wish) {
        return lab.told(wish).stream()
                .anyMatch(event ->
                        event instanceof MessageFailed it
                                && it.reason() == ReasonCode.BUDGET_EXCEEDED);
    }

    private List<String> states() {
        return parts.jdbc().sql("select state from effect").query(String.class).list();
    }

    private void anHourPasses() {
        parts.jdbc()
                .sql("update budget_spent set minute = minute - interval '61 minutes'")
                .update();
    }
}
