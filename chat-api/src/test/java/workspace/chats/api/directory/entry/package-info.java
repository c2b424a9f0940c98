@NullMarked
package workspace.chats.api.directory.entry;

import org.jspecify.annotations.NullMarked;
