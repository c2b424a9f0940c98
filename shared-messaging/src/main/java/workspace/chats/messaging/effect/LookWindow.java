package workspace.chats.messaging.effect;

import java.time.Instant;

/**
 * When an unknown submission can have reached the provider, in database time with some allowance
 * for differing clocks.
 */
public record LookWindow(Instant submittedFrom, Instant submittedTo) {}
