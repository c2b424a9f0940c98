package workspace.chats.api.chat.message;

/**
 * A message that was written.
 *
 * @param again by an earlier sending of the same request
 */
record Posted(MessageResponse message, boolean again) {}
