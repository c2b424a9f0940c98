/** Proves the client against a Twilio that misbehaves on the wire. */
@NullMarked
package workspace.chats.twilio;

import org.jspecify.annotations.NullMarked;
