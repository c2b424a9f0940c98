@NullMarked
package workspace.chats.dispatch.planning;

import org.jspecify.annotations.NullMarked;
