package workspace.chats.messaging.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@LedgerTest
class BeginsIT {

    @Autowired EffectParts parts;
    @Autowired EffectEngine engine;
    @Autowired EffectLedger ledger;
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
    }

    /** As behind a statement that hung for longer than a lease. */
    @Test
    void letOnlyTheNewClaimWrite_whenAnOldOneOfTheSameEffectWaitsWithIt() throws Exception {
        var wish = Wish.aMessage();
        parts.transaction()
                .executeWithoutResult(_ -> ledger.plan(List.of(wish.sealedBy(parts.sealer()))));
        var old = claimed();
        lab.putBack(wish);
        var fresh = claimed();
        var begins =
                new Begins(
                        new Effects(parts.jdbc(), parts.transaction(), parts.settings()),
                        parts.settings());

        var first = begins.begin(old);
        var second = begins.begin(fresh);
        begins.next();

        assertThat(first).isCompletedWithValue(Optional.empty());
        assertThat(second.join())
                .hasValueSatisfying(begun -> {
                    assertThat(begun.state()).isEqualTo(State.SUBMITTING);
                    assertThat(begun.token()).isEqualTo(fresh.token()).isNotEqualTo(old.token());
                });
    }

    private Entry claimed() {
        var claims =
                new Claims(parts.jdbc(), parts.transaction(), parts.settings(), UUID.randomUUID());
        var taken = claims.take(Map.of(Medium.SMS, 10), Map.of());
        assertThat(taken).hasSize(1);
        return taken.getFirst().entry();
    }
}
