/**
 * The gateway: chats, messages and the workspace directory over HTTP, and what others report back
 * about them.
 */
@NullMarked
package workspace.chats.api;

import org.jspecify.annotations.NullMarked;
