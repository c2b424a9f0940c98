package workspace.chats.api.chat.delivery;

import org.jspecify.annotations.Nullable;

/** What stands above the e-mails of a chat. */
public final class Subject {

    private Subject() {}

    public static String of(@Nullable String title, String workspaceName) {
        return title != null ? title : "Message from " + workspaceName;
    }
}
