@NullMarked
package workspace.chats.api.idempotency;

import org.jspecify.annotations.NullMarked;
