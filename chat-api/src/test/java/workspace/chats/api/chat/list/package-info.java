@NullMarked
package workspace.chats.api.chat.list;

import org.jspecify.annotations.NullMarked;
