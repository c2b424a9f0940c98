/** Dead letters in the hands of an operator: what lies there, sent again, mended, given up. */
@NullMarked
package workspace.chats.local.dlt;

import org.jspecify.annotations.NullMarked;
