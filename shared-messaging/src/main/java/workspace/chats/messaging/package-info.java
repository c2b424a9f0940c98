/** What every service needs to speak in events without losing or repeating one. */
@NullMarked
package workspace.chats.messaging;

import org.jspecify.annotations.NullMarked;
