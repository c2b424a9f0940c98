/** Who is calling, as the token says, and what he may do, as the database says. */
@NullMarked
package workspace.chats.api.access;

import org.jspecify.annotations.NullMarked;
