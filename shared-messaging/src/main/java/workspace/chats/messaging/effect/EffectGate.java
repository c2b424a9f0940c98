package workspace.chats.messaging.effect;

import java.util.Optional;
import workspace.chats.events.Confidential;
import workspace.chats.events.ReasonCode;

/**
 * The last chance to say no, for example to somebody who has opted out. Asked after the claim and
 * before anything is submitted; a refusal is final. What it throws is asked again later.
 */
public interface EffectGate {

    Optional<ReasonCode> refusal(Effect effect, Confidential content);
}
