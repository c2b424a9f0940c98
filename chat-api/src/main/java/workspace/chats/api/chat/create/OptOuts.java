package workspace.chats.api.chat.create;

import java.util.Set;
import java.util.UUID;

/** Who wants nothing more from whom. */
interface OptOuts {

    /** One address, in each of the spellings that it may have been noted in. */
    boolean contain(UUID senderId, Set<String> spellings);
}
