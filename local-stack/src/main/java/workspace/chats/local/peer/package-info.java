/**
 * What every pretended peer is made of: an HTTP front that can also fall silent or cut a
 * connection, and a memory that outlives the process.
 */
@NullMarked
package workspace.chats.local.peer;

import org.jspecify.annotations.NullMarked;
