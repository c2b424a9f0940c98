/** The service that sends messages: SMS through Twilio, e-mail through SMTP. */
@NullMarked
package workspace.chats.dispatch;

import org.jspecify.annotations.NullMarked;
