/** Who wants nothing more from which sender, as people record it by hand. */
@NullMarked
package workspace.chats.api.directory.optout;

import org.jspecify.annotations.NullMarked;
