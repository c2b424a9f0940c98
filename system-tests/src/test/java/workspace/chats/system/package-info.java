/** The whole running system, driven from outside: HTTP in, journals, topics and tables out. */
@NullMarked
package workspace.chats.system;

import org.jspecify.annotations.NullMarked;
