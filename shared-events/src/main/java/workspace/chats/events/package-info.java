/**
 * The public contract of Workspace Chats: what happened to a chat, in words that other services may
 * rely on.
 */
@NullMarked
package workspace.chats.events;

import org.jspecify.annotations.NullMarked;
