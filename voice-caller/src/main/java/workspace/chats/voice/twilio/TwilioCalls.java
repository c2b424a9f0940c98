package workspace.chats.voice.twilio;

import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.CallCreator;
import com.twilio.rest.api.v2010.account.CallReader;
import com.twilio.type.PhoneNumber;
import com.twilio.type.Twiml;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import workspace.chats.events.Confidential;
import workspace.chats.events.Confidential.Dial;
import workspace.chats.events.ReasonCode;
import workspace.chats.messaging.effect.Answer;
import workspace.chats.messaging.effect.Effect;
import workspace.chats.messaging.effect.EffectProvider;
import workspace.chats.messaging.effect.Look;
import workspace.chats.messaging.effect.LookWindow;
import workspace.chats.messaging.effect.Medium;
import workspace.chats.twilio.TwilioApi;
import workspace.chats.twilio.TwilioCodes;

/** Places calls through Twilio's Calls API; whoever answers hears the greeting of the settings. */
@Component
final class TwilioCalls implements EffectProvider {

    /** Far more calls than two numbers can have with each other within a window. */
    private static final long LATEST = 100;

    private final TwilioApi twilio;
    private final TwilioCodes codes;
    private final VoiceSettings settings;
    private final Twiml instructions;

    TwilioCalls(TwilioApi twilio, TwilioCodes codes, VoiceSettings settings) {
        this.twilio = twilio;
        this.codes = codes;
        this.settings = settings;
        this.instructions = settings.twiml();
    }

    @Override
    public Set<Medium> media() {
        return Set.of(Medium.CALL);
    }

    @Override
    public Answer submit(Effect effect, Confidential content) {
        var dial = content.dial();
        return dial == null
                ? new Answer.Refused(ReasonCode.CALL_FAILED, null)
                : twilio.create(call(dial), Map.of(), ReasonCode.CALL_FAILED, this::taken);
    }

    /** Finds the calls between the two numbers that Twilio made within the window. */
    @Override
    public Look look(Effect effect, Confidential content, LookWindow window) {
        var dial = content.dial();
        return dial == null ? new Look.NothingToAsk() : new Look.Found(candidates(dial, window));
    }

    private List<Look.Candidate> candidates(Dial dial, LookWindow window) {
        return twilio.list(latest(dial)).orElse(List.of()).stream()
                .filter(call -> CallSighting.isWithin(window, call.getDateCreated()))
                .peek(call -> codes.seen(call.getStatus(), "call"))
                .map(CallSighting::of)
                .toList();
    }

    private CallCreator call(Dial dial) {
        return Call.creator(new PhoneNumber(dial.to()), new PhoneNumber(dial.from()), instructions)
                .setTimeout((int) settings.ringFor().toSeconds());
    }

    /** Not by start time: a call that still waits in Twilio's queue has none. */
    private static CallReader latest(Dial dial) {
        return Call.reader().setTo(dial.to()).setFrom(dial.from()).setPageSize(LATEST);
    }

    private Answer taken(Call call) {
        codes.seen(call.getStatus(), "call");
        return call.getSid() == null
                ? new Answer.Unknown(null)
                : new Answer.Accepted(call.getSid());
    }
}
