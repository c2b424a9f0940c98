/** What became of a call, in the words of the public contract. */
@NullMarked
package workspace.chats.voice.outcome;

import org.jspecify.annotations.NullMarked;
