/**
 * Everything outside the services that one machine needs to run them: the PostgreSQL server and the
 * Kafka broker, started as processes from Maven artifacts.
 */
@NullMarked
package workspace.chats.local;

import org.jspecify.annotations.NullMarked;
