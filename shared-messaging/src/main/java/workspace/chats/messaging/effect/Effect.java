package workspace.chats.messaging.effect;

import java.time.Instant;
import java.util.UUID;

/**
 * One attempt to send one message or to place one call, as gates, providers and news see it.
 *
 * @param id the attempt's own id, safe to show to the provider, for example in a callback's URL
 * @param tries how often it was about to be submitted, this time included
 */
public record Effect(
        UUID id,
        UUID workspaceId,
        UUID chatId,
        UUID subjectId,
        int attempt,
        Medium medium,
        UUID senderId,
        Instant expiresAt,
        boolean simulated,
        int tries) {}
