/** Assignments: which workflow version runs for which chat and member, one per chat. */
@NullMarked
package workspace.chats.assignment;

import org.jspecify.annotations.NullMarked;
