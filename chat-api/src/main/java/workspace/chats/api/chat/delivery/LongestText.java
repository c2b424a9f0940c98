package workspace.chats.api.chat.delivery;

import workspace.chats.events.Channel;

/** How long a message may be, in characters (Unicode code points). */
public final class LongestText {

    private static final int SMS = 1_600;
    private static final int OTHERS = 100_000;

    private LongestText() {}

    public static int on(Channel channel) {
        return switch (channel) {
            case PHONE_SMS -> SMS;
            case EMAIL, WEB_CHAT, PHONE_VOICE -> OTHERS;
        };
    }
}
