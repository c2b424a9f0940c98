package workspace.chats.messaging.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import workspace.chats.events.DispatchEvent.MessageAccepted;
import workspace.chats.events.DispatchEvent.MessageDelivered;
import workspace.chats.events.DispatchEvent.MessageFailed;
import workspace.chats.events.DispatchEvent.MessageUnknown;
import workspace.chats.events.ReasonCode;
import workspace.chats.messaging.effect.Receipt.Delivered;
import workspace.chats.messaging.effect.Receipt.Taken;
import workspace.chats.messaging.effect.Receipt.Undelivered;

/** Receipts come twice, late, in any order, and before our own write. */
@LedgerTest
class ReceiptIT {

    private static final String[] QUICK = {"sweep=50ms", "unknown-deadline=600ms"};

    @Autowired EffectParts parts;
    @Autowired EffectEngine engine;
    @Autowired FakeProvider provider;
    @Autowired Receipts receipts;

    private final Wish wish = Wish.aMessage();
    private final String id = "SM" + wish.message();
    private Lab lab;

    @BeforeEach
    void takeOver() {
        engine.stop();
        lab = new Lab(parts, provider);
        provider.answers(_ -> new Answer.Accepted(id));
    }

    @AfterEach
    void cleanUp() {
        lab.stopAll();
    }

    @Test
    void tellsEachStepOnce_whateverTheOrder() {
        lab.start(QUICK).plan(wish);
        lab.awaitState(wish, "accepted");

        assertThat(hears(new Undelivered(id, ReasonCode.DELIVERY_FAILED, "30008"))).isTrue();
        assertThat(hears(new Delivered(id))).isTrue();
        assertThat(hears(new Delivered(id))).isTrue();
        assertThat(hears(new Undelivered(id, ReasonCode.DELIVERY_FAILED, "30008"))).isTrue();
        assertThat(hears(new Taken(id))).isTrue();

        assertThat(lab.state(wish)).isEqualTo("delivered");
        assertThat(lab.told(wish))
                .hasExactlyElementsOfTypes(
                        MessageAccepted.class, MessageFailed.class, MessageDelivered.class);
    }

    @Test
    void comesBeforeOurOwnWrite() {
        var hanging = new CountDownLatch(1);
        provider.answers(_ -> FakeProvider.after(hanging, new Answer.Accepted(id)));
        lab.start("lease=30s").plan(wish);
        lab.awaitSubmitted(1);

        assertThat(hears(new Delivered(id))).isTrue();
        hanging.countDown();
        var later = wish.next();
        provider.answers(_ -> new Answer.Accepted(null));
        lab.start(QUICK).plan(later);
        lab.awaitState(later, "accepted");

        assertThat(lab.state(wish)).isEqualTo("delivered");
        assertThat(lab.submitted(wish)).hasSize(1);
        assertThat(lab.told(wish)).hasExactlyElementsOfTypes(MessageDelivered.class);
    }

    @Test
    void winsOverAnUnknownOutcome() {
        provider.answers(_ -> new Answer.Unknown(null));
        lab.start(QUICK).plan(wish);
        lab.awaitState(wish, "outcome_unknown");

        assertThat(hears(new Taken(id))).isTrue();

        assertThat(lab.state(wish)).isEqualTo("accepted");
        assertThat(lab.told(wish))
                .hasExactlyElementsOfTypes(
                        MessageUnknown.class, MessageFailed.class, MessageAccepted.class);
    }

    @Test
    void isNotBelieved_whenItIsOfAnotherWorkspaceOrAnotherMessage() {
        lab.start(QUICK).plan(wish);
        lab.awaitState(wish, "accepted");

        var attempt = UUID.fromString(lab.column(wish, "id"));
        assertThat(receipts.hear(UUID.randomUUID(), attempt, new Delivered(id))).isFalse();
        assertThat(receipts.hear(wish.workspace(), UUID.randomUUID(), new Delivered(id))).isFalse();
        assertThat(hears(new Delivered("SM-other"))).isFalse();

        assertThat(lab.state(wish)).isEqualTo("accepted");
        assertThat(lab.told(wish)).hasSize(1);
    }

    private boolean hears(Receipt receipt) {
        return receipts.hear(wish.workspace(), UUID.fromString(lab.column(wish, "id")), receipt);
    }
}
