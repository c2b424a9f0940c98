@NullMarked
package workspace.chats.api.chat.retry;

import org.jspecify.annotations.NullMarked;
