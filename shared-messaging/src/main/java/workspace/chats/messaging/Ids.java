package workspace.chats.messaging;

import java.util.UUID;

/** Where new ids come from: UUID version 7, so that younger ids sort after older ones. */
public interface Ids {

    UUID next();
}
