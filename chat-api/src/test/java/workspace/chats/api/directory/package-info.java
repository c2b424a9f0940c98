@NullMarked
package workspace.chats.api.directory;

import org.jspecify.annotations.NullMarked;
