/** The second wall between workspaces: what the database itself shows to the work at hand. */
@NullMarked
package workspace.chats.messaging.wall;

import org.jspecify.annotations.NullMarked;
