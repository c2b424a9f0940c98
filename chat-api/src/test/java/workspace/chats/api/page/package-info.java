@NullMarked
package workspace.chats.api.page;

import org.jspecify.annotations.NullMarked;
