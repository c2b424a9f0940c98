/**
 * The whole gateway on real engines, a workspace in it, and somebody who vouches for its members.
 */
@NullMarked
package workspace.chats.api.testing;

import org.jspecify.annotations.NullMarked;
