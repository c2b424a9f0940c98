package workspace.chats.dispatch.sms;

import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.type.PhoneNumber;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import workspace.chats.events.Confidential;
import workspace.chats.events.Confidential.Letter;
import workspace.chats.events.ReasonCode;
import workspace.chats.messaging.effect.Answer;
import workspace.chats.messaging.effect.Effect;
import workspace.chats.messaging.effect.EffectProvider;
import workspace.chats.messaging.effect.Look;
import workspace.chats.messaging.effect.LookWindow;
import workspace.chats.messaging.effect.Medium;
import workspace.chats.twilio.TwilioApi;

/** Sends one SMS by one request, and finds it again when the answer was lost. */
@Component
final class TwilioSms implements EffectProvider {

    private static final long LONGEST_VALIDITY = 36_000;
    private static final long PAGE = 100;

    private final TwilioApi twilio;
    private final SmsAnswers answers;
    private final OptOutHearer optOuts;
    private final Clock clock;

    TwilioSms(TwilioApi twilio, SmsAnswers answers, OptOutHearer optOuts, Clock clock) {
        this.twilio = twilio;
        this.answers = answers;
        this.optOuts = optOuts;
        this.clock = clock;
    }

    @Override
    public Set<Medium> media() {
        return Set.of(Medium.SMS);
    }

    @Override
    public Answer submit(Effect effect, Confidential content) {
        var letter = content.letter();
        if (letter == null) {
            return new Answer.Refused(ReasonCode.DISPATCH_FAILED, null);
        }
        var useful = Duration.between(clock.instant(), effect.expiresAt()).toSeconds();
        if (useful < 1) {
            return new Answer.NotSent(ReasonCode.MESSAGE_EXPIRED, null);
        }
        var answer = send(letter, Math.min(useful, LONGEST_VALIDITY));
        if (answer instanceof Answer.Refused(var reason, var _, var _)
                && reason == ReasonCode.RECIPIENT_OPTED_OUT) {
            optOuts.optedOut(effect, letter, clock.instant());
        }
        return answer;
    }

    /** By creation time, because a message that still waits at Twilio has no sending time yet. */
    @Override
    public Look look(Effect effect, Confidential content, LookWindow window) {
        var letter = content.letter();
        if (letter == null) {
            return new Look.NothingToAsk();
        }
        var sent = sent(letter, window);
        var candidates = sent.stream().map(answers::candidate).toList();
        if (candidates.size() == 1
                && candidates.getFirst().refusal() == ReasonCode.RECIPIENT_OPTED_OUT) {
            optOuts.optedOut(effect, letter, sent.getFirst().getDateCreated().toInstant());
        }
        return new Look.Found(candidates);
    }

    private List<Message> sent(Letter letter, LookWindow window) {
        return listed(letter).stream()
                .filter(message -> isWithin(window, message))
                .filter(message -> letter.text().equals(message.getBody()))
                .toList();
    }

    private Answer send(Letter letter, long validitySeconds) {
        return twilio.create(
                message(letter).setValidityPeriod((int) validitySeconds),
                Map.of("Body", letter.text()),
                ReasonCode.MESSAGE_REJECTED,
                answers::answer);
    }

    private List<Message> listed(Letter letter) {
        var sent = Message.reader().setTo(letter.to()).setFrom(letter.from()).setPageSize(PAGE);
        return twilio.list(sent).orElse(List.of());
    }

    private static MessageCreator message(Letter letter) {
        return Message.creator(
                new PhoneNumber(letter.to()), new PhoneNumber(letter.from()), letter.text());
    }

    private static boolean isWithin(LookWindow window, Message message) {
        var created = message.getDateCreated();
        return created != null && window.holds(created.toInstant());
    }
}
