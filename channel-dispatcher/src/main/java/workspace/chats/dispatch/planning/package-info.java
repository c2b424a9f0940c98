/** Turns what chats want sent into planned effects. */
@NullMarked
package workspace.chats.dispatch.planning;

import org.jspecify.annotations.NullMarked;
