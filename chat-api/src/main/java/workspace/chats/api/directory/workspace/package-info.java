/** The workspace itself: its name and its defaults. */
@NullMarked
package workspace.chats.api.directory.workspace;

import org.jspecify.annotations.NullMarked;
