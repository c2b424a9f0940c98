package workspace.chats.messaging.effect;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import workspace.chats.events.Confidential;
import workspace.chats.events.Confidential.Letter;
import workspace.chats.events.EventType;
import workspace.chats.messaging.seal.SealContext;
import workspace.chats.messaging.seal.Sealer;

/**
 * What a test wants planned; each starts as a message of a chat, sender and workspace of its own.
 */
record Wish(
        UUID workspace,
        UUID chat,
        UUID message,
        Medium medium,
        UUID sender,
        double rate,
        boolean simulated,
        Duration expiresIn,
        @Nullable Integer perHour,
        Letter letter) {

    static final Letter LETTER = new Letter("+15005550010", "+15005550006", null, "Hello");

    static Wish aMessage() {
        return new Wish(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                Medium.SMS,
                UUID.randomUUID(),
                10_000,
                false,
                Duration.ofHours(1),
                null,
                LETTER);
    }

    /** Another message of the same chat. */
    Wish next() {
        return new Wish(
                workspace,
                chat,
                UUID.randomUUID(),
                medium,
                sender,
                rate,
                simulated,
                expiresIn,
                perHour,
                letter);
    }

    /** A message of another chat, by the same sender. */
    Wish elsewhere() {
        return new Wish(
                workspace,
                UUID.randomUUID(),
                UUID.randomUUID(),
                medium,
                sender,
                rate,
                simulated,
                expiresIn,
                perHour,
                letter);
    }

    Wish atRate(double perSecond) {
        return new Wish(
                workspace, chat, message, medium, sender, perSecond, simulated, expiresIn, perHour,
                letter);
    }

    Wish pretended() {
        return new Wish(
                workspace, chat, message, medium, sender, rate, true, expiresIn, perHour, letter);
    }

    Wish on(Medium other) {
        return new Wish(
                workspace, chat, message, other, sender, rate, simulated, expiresIn, perHour,
                letter);
    }

    Wish by(UUID otherSender) {
        return new Wish(
                workspace,
                chat,
                message,
                medium,
                otherSender,
                rate,
                simulated,
                expiresIn,
                perHour,
                letter);
    }

    Wish expiringIn(Duration time) {
        return new Wish(
                workspace, chat, message, medium, sender, rate, simulated, time, perHour, letter);
    }

    /** Of a workspace that may send so many in an hour. */
    Wish ofAnHourly(int budget) {
        return new Wish(
                workspace, chat, message, medium, sender, rate, simulated, expiresIn, budget,
                letter);
    }

    Wish to(String other) {
        return of(new Letter(other, letter.from(), letter.subject(), letter.text()));
    }

    Wish saying(String text) {
        return of(new Letter(letter.to(), letter.from(), letter.subject(), text));
    }

    private Wish of(Letter other) {
        return new Wish(
                workspace, chat, message, medium, sender, rate, simulated, expiresIn, perHour,
                other);
    }

    PlannedEffect sealedBy(Sealer sealer) {
        return sealedBy(sealer, 1);
    }

    PlannedEffect sealedBy(Sealer sealer, int attempt) {
        var event = UUID.randomUUID();
        var context = new SealContext(event, EventType.CHAT_CREATED, workspace, chat);
        return new PlannedEffect(
                workspace,
                chat,
                message,
                attempt,
                medium,
                sender,
                rate,
                perHour,
                simulated,
                Instant.now().plus(expiresIn),
                event,
                EventType.CHAT_CREATED,
                sealer.seal(context, new Confidential(null, Map.of(), letter, null)));
    }
}
