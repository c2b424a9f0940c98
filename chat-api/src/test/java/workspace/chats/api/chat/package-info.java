@NullMarked
package workspace.chats.api.chat;

import org.jspecify.annotations.NullMarked;
