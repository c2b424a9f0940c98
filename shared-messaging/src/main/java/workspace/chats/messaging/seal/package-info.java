/**
 * Personal data on its way between services: encrypted, and bound to the one event it belongs to.
 */
@NullMarked
package workspace.chats.messaging.seal;

import org.jspecify.annotations.NullMarked;
