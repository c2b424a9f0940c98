/** Chats as they are stored and shown, with their participants, messages and calls. */
@NullMarked
package workspace.chats.api.chat;

import org.jspecify.annotations.NullMarked;
