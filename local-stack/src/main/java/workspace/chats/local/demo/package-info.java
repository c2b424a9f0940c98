/** Two made-up workspaces with people in them, so that there is something to try out. */
@NullMarked
package workspace.chats.local.demo;

import org.jspecify.annotations.NullMarked;
