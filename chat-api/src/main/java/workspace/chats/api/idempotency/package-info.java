/** Makes a repeated POST harmless: who sends the same key again gets what the first one made. */
@NullMarked
package workspace.chats.api.idempotency;

import org.jspecify.annotations.NullMarked;
