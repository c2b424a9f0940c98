/** Load, faults and the judgement of what came of them: what {@code ./chats faults} runs. */
@NullMarked
package workspace.chats.system.faults;

import org.jspecify.annotations.NullMarked;
