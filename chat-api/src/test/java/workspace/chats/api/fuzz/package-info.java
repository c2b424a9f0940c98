/**
 * Requests that nobody thought of, made from the document: what comes back is judged, not what for.
 */
@NullMarked
package workspace.chats.api.fuzz;

import org.jspecify.annotations.NullMarked;
