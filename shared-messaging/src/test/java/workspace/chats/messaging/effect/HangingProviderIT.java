package workspace.chats.messaging.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A mail server that takes connections and says nothing does not make texts wait. */
@LedgerTest
class HangingProviderIT {

    private static final int HANDS = 4;
    private static final String[] FEW_HANDS = {"in-flight=" + HANDS};

    @Autowired EffectParts parts;
    @Autowired EffectEngine engine;
    @Autowired FakeProvider provider;

    private final CountDownLatch mailServer = new CountDownLatch(1);
    private final Wish mail = Wish.aMessage().on(Medium.EMAIL);
    private Lab lab;

    @BeforeEach
    void takeOver() {
        engine.stop();
        lab = new Lab(parts, provider);
        provider.answers(effect ->
                effect.medium() == Medium.EMAIL
                        ? FakeProvider.after(mailServer, FakeProvider.accepted())
                        : FakeProvider.accepted());
    }

    @AfterEach
    void cleanUp() {
        mailServer.countDown();
        lab.stopAll();
    }

    @Test
    void leavesOthersTheirHands_whoeverSendsThem() {
        var mails = many(5 * HANDS, mail);
        var texts = many(5 * HANDS, Wish.aMessage());
        var ofTheSame = mail.elsewhere().on(Medium.SMS).by(Wish.aMessage().sender());
        var instance = lab.start(FEW_HANDS);
        instance.plan(mails);
        lab.awaitSubmitted(HANDS);

        instance.plan(texts);
        instance.plan(ofTheSame);

        texts.forEach(text -> lab.awaitState(text, "accepted"));
        lab.awaitState(ofTheSame, "accepted");
        assertThat(submitted(Medium.SMS)).hasSize(5 * HANDS + 1).doesNotHaveDuplicates();
        assertThat(submitted(Medium.EMAIL)).hasSize(HANDS);
    }

    @Test
    void leavesOthersTheirHands_inOneLane() {
        var mails = many(5 * HANDS, mail);
        var text = mail.elsewhere().on(Medium.SMS);
        var instance = lab.start(FEW_HANDS);
        instance.plan(mails);
        lab.awaitSubmitted(HANDS);

        instance.plan(text);

        lab.awaitState(text, "accepted");
        assertThat(submitted(Medium.EMAIL)).hasSize(HANDS);
    }

    @Test
    void goesOn_whenItAnswersAgain() {
        var mails = many(5 * HANDS, mail);
        lab.start(FEW_HANDS).plan(mails);
        lab.awaitSubmitted(HANDS);

        mailServer.countDown();

        lab.awaitAllSettled();
        assertThat(submitted(Medium.EMAIL)).hasSize(5 * HANDS).doesNotHaveDuplicates();
    }

    private List<UUID> submitted(Medium medium) {
        return provider.submitted().stream()
                .map(FakeProvider.Submitted::effect)
                .filter(effect -> effect.medium() == medium)
                .map(Effect::subjectId)
                .toList();
    }

    private static List<Wish> many(int count, Wish like) {
        return Stream.generate(like::elsewhere).limit(count).toList();
    }
}
