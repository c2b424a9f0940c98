package workspace.chats.dispatch.sms;

import workspace.chats.messaging.effect.Effect;

/** Who wants to know that a recipient has opted out at the provider. */
public interface OptOutHearer {

    /**
     * That effect's sender may not write to the address. Must not throw: the provider's answer
     * stands.
     */
    void optedOut(Effect effect, String address);
}
