/**
 * Editing a chat: reading what is wished over what is there, deciding it by the rules, and writing
 * it down under the chat's lock with its event.
 */
@NullMarked
package workspace.chats.api.chat.update;

import org.jspecify.annotations.NullMarked;
