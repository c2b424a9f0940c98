/** The sites of a workspace: places that a chat may be about. */
@NullMarked
package workspace.chats.api.directory.site;

import org.jspecify.annotations.NullMarked;
