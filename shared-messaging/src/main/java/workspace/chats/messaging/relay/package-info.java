/**
 * How events get from the outbox to Kafka: at least once, in each chat's order, whatever fails in
 * between.
 */
@NullMarked
package workspace.chats.messaging.relay;

import org.jspecify.annotations.NullMarked;
