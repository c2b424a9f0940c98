@NullMarked
package workspace.chats.api.chat.message;

import org.jspecify.annotations.NullMarked;
