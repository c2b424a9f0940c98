package workspace.chats.local.twilio;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import workspace.chats.local.peer.BadRequest;
import workspace.chats.local.peer.Weather;

/** The weather that a test asks for: how many of a hundred creates meet which fault. */
record Forecast(long seed, List<Part> shares) {

    record Part(int percent, Fault.Mode mode, Integer status, Integer code, Long delayMs) {}

    Forecast {
        if (shares == null) {
            throw new BadRequest("shares must be given");
        }
    }

    /** For each resource its own. */
    Map<String, Weather<Fault>> weather() {
        return Fault.RESOURCES.stream().collect(toMap(Function.identity(), this::over));
    }

    private Weather<Fault> over(String resource) {
        return new Weather<>(seed, shares.stream().map(part -> share(resource, part)).toList());
    }

    private static Weather.Share<Fault> share(String resource, Part part) {
        return new Weather.Share<>(
                part.percent,
                new Fault(resource, 1, part.mode, part.status, part.code, part.delayMs));
    }
}
