/**
 * Creating a chat: reading the wish, deciding it by the rules, writing it down with its event, and
 * waiting a little.
 */
@NullMarked
package workspace.chats.api.chat.create;

import org.jspecify.annotations.NullMarked;
