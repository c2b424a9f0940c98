@NullMarked
package workspace.chats.api.body;

import org.jspecify.annotations.NullMarked;
