package workspace.chats.messaging.effect;

/**
 * When a sender's request may be written, in this machine's {@link System#nanoTime()}.
 *
 * @param earliest not before that
 * @param latest not after that: others may have been given the time beyond
 * @param gap the least distance to the sender's next request, in nanoseconds
 */
record Slot(long earliest, long latest, long gap) {}
