@NullMarked
package workspace.chats.dispatch.sms;

import org.jspecify.annotations.NullMarked;
