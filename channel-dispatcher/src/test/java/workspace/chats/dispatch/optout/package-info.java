@NullMarked
package workspace.chats.dispatch.optout;

import org.jspecify.annotations.NullMarked;
