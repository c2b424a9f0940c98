package workspace.chats.api.chat;

/** Whether a message came in from the chat's member or went out to him. */
public enum Direction {
    INBOUND,
    OUTBOUND
}
