package workspace.chats.local.mail;

import java.util.List;
import workspace.chats.local.peer.BadRequest;
import workspace.chats.local.peer.Weather;

/** The weather that a test asks for: how many of a hundred letters meet which fault. */
record Forecast(long seed, List<Weather.Share<Fault.Mode>> shares) {

    Forecast {
        if (shares == null || shares.stream().anyMatch(share -> share.fault() == null)) {
            throw new BadRequest("shares must be given, each with percent and fault");
        }
    }

    Weather<Fault.Mode> weather() {
        return new Weather<>(seed, shares);
    }
}
