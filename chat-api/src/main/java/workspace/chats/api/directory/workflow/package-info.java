/** The workflows of a workspace and their versions. */
@NullMarked
package workspace.chats.api.directory.workflow;

import org.jspecify.annotations.NullMarked;
