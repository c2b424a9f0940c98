package workspace.chats.api.chat.delivery;

import java.util.UUID;

/** Who wants nothing more from whom. */
public interface OptOuts {

    /** The address has to be comparable. */
    boolean contain(UUID senderId, String address);
}
