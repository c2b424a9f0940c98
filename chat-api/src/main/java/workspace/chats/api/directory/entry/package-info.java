/**
 * What the directory's resources have in common: how they are listed, read from a body, written and
 * removed.
 */
@NullMarked
package workspace.chats.api.directory.entry;

import org.jspecify.annotations.NullMarked;
