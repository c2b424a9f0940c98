/**
 * Twilio without surprises: one request for one call of ours, and an answer that says how far it
 * got.
 */
@NullMarked
package workspace.chats.twilio;

import org.jspecify.annotations.NullMarked;
