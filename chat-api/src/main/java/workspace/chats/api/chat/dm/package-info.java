/** Direct messages: the one chat of two members, found or made, whoever of them asks. */
@NullMarked
package workspace.chats.api.chat.dm;

import org.jspecify.annotations.NullMarked;
