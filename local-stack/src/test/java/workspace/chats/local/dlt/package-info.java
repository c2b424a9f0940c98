@NullMarked
package workspace.chats.local.dlt;

import org.jspecify.annotations.NullMarked;
