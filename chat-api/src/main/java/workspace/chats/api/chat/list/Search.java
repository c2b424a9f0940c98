package workspace.chats.api.chat.list;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a search has come to before anything else is asked. */
sealed interface Search {

    /** How many it has found in the whole workspace, null when nobody searched. */
    @Nullable Total total();

    /** Nobody searches. */
    record Nothing() implements Search {

        @Override
        public @Nullable Total total() {
            return null;
        }
    }

    /** Exactly these chats of the workspace, in no order. */
    record Found(List<UUID> chats) implements Search {

        public Found {
            chats = List.copyOf(chats);
        }

        @Override
        public Total total() {
            return Total.of(chats.size());
        }
    }

    /**
     * So many that a page is filled sooner by reading chats in their order. The words are personal
     * data: never printed.
     */
    record TooMany(String words) implements Search {

        @Override
        public Total total() {
            return Total.of(Total.COUNTED_AT_MOST);
        }

        @Override
        public String toString() {
            return "TooMany[hidden]";
        }
    }
}
