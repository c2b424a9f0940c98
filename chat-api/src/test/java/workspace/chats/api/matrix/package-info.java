/**
 * Every call with every id that it takes: another workspace's, an unknown one, and no id at all.
 */
@NullMarked
package workspace.chats.api.matrix;

import org.jspecify.annotations.NullMarked;
