package workspace.chats.api.chat.create;

import java.util.UUID;

/** Who wants nothing more from whom. */
interface OptOuts {

    /** The address has to be comparable. */
    boolean contain(UUID senderId, String address);
}
