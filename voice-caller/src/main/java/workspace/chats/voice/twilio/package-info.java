/** Calls at Twilio: the only place of this service that speaks to the outside world. */
@NullMarked
package workspace.chats.voice.twilio;

import org.jspecify.annotations.NullMarked;
