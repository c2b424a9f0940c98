package workspace.chats.messaging.effect;

import java.util.Locale;
import workspace.chats.events.ReasonCode;

/** What an effect goes out on. */
public enum Medium {
    SMS(ReasonCode.MESSAGE_EXPIRED),
    EMAIL(ReasonCode.MESSAGE_EXPIRED),
    CALL(ReasonCode.CALL_EXPIRED);

    private final ReasonCode expired;

    Medium(ReasonCode expired) {
        this.expired = expired;
    }

    /** Whether its provider can be asked later what became of a request. */
    boolean canBeLookedFor() {
        return this != EMAIL;
    }

    /** What to say when it could not go out in time. */
    ReasonCode expired() {
        return expired;
    }

    /** The name in the database and in metrics. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Medium of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
