/**
 * Sending a chat's first message again: the wish is judged by what is known here, and decided by
 * the ledger of who sends it.
 */
@NullMarked
package workspace.chats.api.chat.retry;

import org.jspecify.annotations.NullMarked;
