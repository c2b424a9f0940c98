@NullMarked
package workspace.chats.api.access;

import org.jspecify.annotations.NullMarked;
