package workspace.chats.local.twilio;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** A message with every member that Twilio's OpenAPI gives it. */
@JsonNaming(SnakeCaseStrategy.class)
record MessageResource(
        String accountSid,
        String apiVersion,
        String body,
        String dateCreated,
        @Nullable String dateSent,
        String dateUpdated,
        String direction,
        @Nullable Integer errorCode,
        @Nullable String errorMessage,
        String from,
        @Nullable String messagingServiceSid,
        String numMedia,
        String numSegments,
        @Nullable String price,
        @Nullable String priceUnit,
        String sid,
        String status,
        Map<String, String> subresourceUris,
        String to,
        String uri) {

    static MessageResource of(Account account, Item.Message message, Instant now) {
        var path = "/2010-04-01/Accounts/%s/Messages/%s".formatted(account.sid(), message.sid());
        var step = Life.OF_A_MESSAGE.of(message, now);
        return new MessageResource(
                account.sid(),
                "2010-04-01",
                message.body(),
                Life.date(Life.accepted(message)),
                Life.date(Life.OF_A_MESSAGE.when("sent", message, now)),
                Life.date(Life.accepted(message).plus(step.after())),
                "outbound-api",
                null,
                null,
                message.from(),
                null,
                "0",
                Integer.toString(Segments.of(message.body())),
                null,
                "USD",
                message.sid(),
                step.status(),
                Map.of("media", path + "/Media.json"),
                message.to(),
                path + ".json");
    }
}
