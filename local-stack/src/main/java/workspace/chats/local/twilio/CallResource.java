package workspace.chats.local.twilio;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** A call with every member that Twilio's OpenAPI gives it. */
@JsonNaming(SnakeCaseStrategy.class)
record CallResource(
        String accountSid,
        @Nullable String answeredBy,
        String apiVersion,
        @Nullable String callerName,
        String dateCreated,
        String dateUpdated,
        String direction,
        @Nullable String duration,
        @Nullable String endTime,
        @Nullable String forwardedFrom,
        String from,
        String fromFormatted,
        @Nullable String groupSid,
        @Nullable String parentCallSid,
        @Nullable String phoneNumberSid,
        @Nullable String price,
        String priceUnit,
        String queueTime,
        String sid,
        @Nullable String startTime,
        String status,
        Map<String, String> subresourceUris,
        String to,
        String toFormatted,
        @Nullable String trunkSid,
        String uri) {

    private static final String TALK_SECONDS = "3";

    static CallResource of(Account account, Item.Call call, Instant now) {
        var path = "/2010-04-01/Accounts/%s/Calls/%s".formatted(account.sid(), call.sid());
        var step = Life.OF_A_CALL.of(call, now);
        var end = Life.OF_A_CALL.when("completed", call, now);
        return new CallResource(
                account.sid(),
                null,
                "2010-04-01",
                null,
                Life.date(Life.accepted(call)),
                Life.date(Life.accepted(call).plus(step.after())),
                "outbound-api",
                end.map(_ -> TALK_SECONDS).orElse(null),
                Life.date(end),
                null,
                call.from(),
                call.from(),
                null,
                null,
                null,
                null,
                "USD",
                "0",
                call.sid(),
                Life.date(Life.OF_A_CALL.when("ringing", call, now)),
                step.status(),
                Map.of("recordings", path + "/Recordings.json"),
                call.to(),
                call.to(),
                null,
                path + ".json");
    }
}
