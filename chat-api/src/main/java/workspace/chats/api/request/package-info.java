/** What every request has before anybody looks at it: an id, a trace and a bounded body. */
@NullMarked
package workspace.chats.api.request;

import org.jspecify.annotations.NullMarked;
