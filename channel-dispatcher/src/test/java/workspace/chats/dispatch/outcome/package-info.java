@NullMarked
package workspace.chats.dispatch.outcome;

import org.jspecify.annotations.NullMarked;
