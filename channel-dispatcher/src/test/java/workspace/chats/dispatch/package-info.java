/** Proves the dispatcher against providers that misbehave on the wire. */
@NullMarked
package workspace.chats.dispatch;

import org.jspecify.annotations.NullMarked;
