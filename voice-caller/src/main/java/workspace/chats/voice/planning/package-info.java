/** From a created chat to the call it asks for, noted in the ledger before anybody rings. */
@NullMarked
package workspace.chats.voice.planning;

import org.jspecify.annotations.NullMarked;
