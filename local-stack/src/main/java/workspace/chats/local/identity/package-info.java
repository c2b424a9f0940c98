/** An OpenID provider that knows nobody: it signs whatever identity it is asked for. */
@NullMarked
package workspace.chats.local.identity;

import org.jspecify.annotations.NullMarked;
