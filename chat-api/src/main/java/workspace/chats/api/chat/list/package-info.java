/**
 * Lists of chats: reading what is asked for, finding one page of it, and counting it as far as it
 * is cheap.
 */
@NullMarked
package workspace.chats.api.chat.list;

import org.jspecify.annotations.NullMarked;
