/** What a workspace has: members, workflows, numbers, inboxes, sites and models. */
@NullMarked
package workspace.chats.api.directory;

import org.jspecify.annotations.NullMarked;
