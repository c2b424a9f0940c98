/** The models that a workspace's assistants may run on. */
@NullMarked
package workspace.chats.api.directory.model;

import org.jspecify.annotations.NullMarked;
