/** What all services are set to unless they say otherwise, and what each must be told to start. */
@NullMarked
package workspace.chats.messaging.settings;

import org.jspecify.annotations.NullMarked;
