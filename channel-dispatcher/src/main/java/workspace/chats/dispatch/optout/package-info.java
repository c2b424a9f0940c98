/**
 * Who wants nothing more: the dispatcher's own copy, asked last before anything is sent. chat-api
 * owns the truth.
 */
@NullMarked
package workspace.chats.dispatch.optout;

import org.jspecify.annotations.NullMarked;
