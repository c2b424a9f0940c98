@NullMarked
package workspace.chats.api.chat.update;

import org.jspecify.annotations.NullMarked;
