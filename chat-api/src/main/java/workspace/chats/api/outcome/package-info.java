/**
 * Applies what the other services say about a chat's messages, call and assignment, and lets a
 * caller wait for it.
 */
@NullMarked
package workspace.chats.api.outcome;

import org.jspecify.annotations.NullMarked;
