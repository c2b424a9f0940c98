/** E-mail by SMTP, with a dialogue that is watched for how far it came. */
@NullMarked
package workspace.chats.dispatch.email;

import org.jspecify.annotations.NullMarked;
