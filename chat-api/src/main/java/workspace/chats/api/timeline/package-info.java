/** What happened to chats, step by step: written in the transactions that made it true. */
@NullMarked
package workspace.chats.api.timeline;

import org.jspecify.annotations.NullMarked;
