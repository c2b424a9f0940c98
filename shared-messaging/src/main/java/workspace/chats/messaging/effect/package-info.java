/**
 * The effect ledger: every SMS, e-mail and call is a row before any socket is opened, and no
 * attempt goes out twice.
 */
@NullMarked
package workspace.chats.messaging.effect;

import org.jspecify.annotations.NullMarked;
