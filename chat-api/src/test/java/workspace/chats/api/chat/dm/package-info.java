@NullMarked
package workspace.chats.api.chat.dm;

import org.jspecify.annotations.NullMarked;
