/**
 * Twilio's Messages and Calls as a strict peer would have them, with a memory, and with faults on
 * demand.
 */
@NullMarked
package workspace.chats.local.twilio;

import org.jspecify.annotations.NullMarked;
