/** A chat's timeline, shown: what its own rows say and the steps that were noted, as one story. */
@NullMarked
package workspace.chats.api.chat.timeline;

import org.jspecify.annotations.NullMarked;
