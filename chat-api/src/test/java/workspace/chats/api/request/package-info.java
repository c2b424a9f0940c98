@NullMarked
package workspace.chats.api.request;

import org.jspecify.annotations.NullMarked;
