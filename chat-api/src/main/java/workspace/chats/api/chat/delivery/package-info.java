/** How the member whom a chat is for can be reached, and what may be sent to him. */
@NullMarked
package workspace.chats.api.chat.delivery;

import org.jspecify.annotations.NullMarked;
