/** What happened to the system and what came of it, written down, and the judge of that record. */
@NullMarked
package workspace.chats.system.history;

import org.jspecify.annotations.NullMarked;
