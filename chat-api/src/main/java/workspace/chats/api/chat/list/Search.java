package workspace.chats.api.chat.list;

import java.util.List;
import java.util.UUID;

/** What a search has come to before anything else is asked. */
sealed interface Search {

    /** Beyond so many, their ids are not worth carrying about. */
    int MOST = 1_000;

    /** Nobody searches. */
    record Nothing() implements Search {}

    /** Exactly these chats of the workspace, in no order. */
    record Found(List<UUID> chats) implements Search {

        public Found {
            chats = List.copyOf(chats);
        }
    }

    /**
     * More than {@link #MOST}: a page is filled sooner by reading chats in their order. The words
     * are personal data: never printed.
     */
    record TooMany(String words) implements Search {

        @Override
        public String toString() {
            return "TooMany[hidden]";
        }
    }
}
