/** What a workspace writes and calls from: its phone numbers and inboxes. */
@NullMarked
package workspace.chats.api.directory.sender;

import org.jspecify.annotations.NullMarked;
