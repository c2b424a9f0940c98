/**
 * Request bodies and URL parameters, read field by field, so that everything wrong with them is
 * found in one go.
 */
@NullMarked
package workspace.chats.api.body;

import org.jspecify.annotations.NullMarked;
