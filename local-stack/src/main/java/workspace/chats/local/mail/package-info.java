/** A mail server that delivers to nobody: it keeps letters to be read back, or refuses them. */
@NullMarked
package workspace.chats.local.mail;

import org.jspecify.annotations.NullMarked;
