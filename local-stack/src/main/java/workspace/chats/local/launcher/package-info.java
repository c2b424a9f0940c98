/**
 * What {@code ./chats} does: runs the engines, the pretended outside world and the services here.
 */
@NullMarked
package workspace.chats.local.launcher;

import org.jspecify.annotations.NullMarked;
