/** The people and assistants of a workspace. */
@NullMarked
package workspace.chats.api.directory.member;

import org.jspecify.annotations.NullMarked;
