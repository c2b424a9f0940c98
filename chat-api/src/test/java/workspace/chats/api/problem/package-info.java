@NullMarked
package workspace.chats.api.problem;

import org.jspecify.annotations.NullMarked;
