/**
 * An agent that halts a service's JVM at a named point of its code. It runs inside the service and
 * uses nothing but the JDK.
 */
@NullMarked
package workspace.chats.system.killpoint;

import org.jspecify.annotations.NullMarked;
