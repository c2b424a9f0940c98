/** Tells the rest of the system what became of a message. */
@NullMarked
package workspace.chats.dispatch.outcome;

import org.jspecify.annotations.NullMarked;
