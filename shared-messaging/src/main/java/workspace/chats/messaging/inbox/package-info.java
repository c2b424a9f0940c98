/**
 * Events that arrive: each is worked on once, and one that cannot be read does not hold up the
 * rest.
 */
@NullMarked
package workspace.chats.messaging.inbox;

import org.jspecify.annotations.NullMarked;
