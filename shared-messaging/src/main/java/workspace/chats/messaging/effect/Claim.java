package workspace.chats.messaging.effect;

/** An effect that this instance holds, and when it may write the request. */
record Claim(Entry entry, Slot slot) {}
