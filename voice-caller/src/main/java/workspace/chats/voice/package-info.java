/** Outbound calls: each asked for by a created chat, placed at most once, never silently lost. */
@NullMarked
package workspace.chats.voice;

import org.jspecify.annotations.NullMarked;
