/** The W3C trace that a request started, carried along with the events it caused. */
@NullMarked
package workspace.chats.messaging.trace;

import org.jspecify.annotations.NullMarked;
