/** The messages of a chat: listed, and written by its members. */
@NullMarked
package workspace.chats.api.chat.message;

import org.jspecify.annotations.NullMarked;
