@NullMarked
package workspace.chats.dispatch.email;

import org.jspecify.annotations.NullMarked;
