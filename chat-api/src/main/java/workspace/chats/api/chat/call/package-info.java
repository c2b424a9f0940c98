/** The outbound calls of a chat, listed. */
@NullMarked
package workspace.chats.api.chat.call;

import org.jspecify.annotations.NullMarked;
