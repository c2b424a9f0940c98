/** Real PostgreSQL and Kafka for the tests of every service. */
@NullMarked
package workspace.chats.messaging.testing;

import org.jspecify.annotations.NullMarked;
