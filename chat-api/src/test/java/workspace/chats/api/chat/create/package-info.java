@NullMarked
package workspace.chats.api.chat.create;

import org.jspecify.annotations.NullMarked;
