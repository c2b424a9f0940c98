package workspace.chats.messaging.effect;

import java.util.UUID;

/** A move of a row that somebody saw: it is written only if the row is still as it was seen. */
record Step(Entry entry, Move move) {

    UUID id() {
        return entry.effect().id();
    }
}
