/**
 * Events that wait in the service's own database, written in the transaction that made them true.
 */
@NullMarked
package workspace.chats.messaging.outbox;

import org.jspecify.annotations.NullMarked;
