package workspace.chats.local.mail;

import org.jspecify.annotations.Nullable;

/**
 * A letter in a mailbox: {@code from} and {@code subject} as its reader sees them, {@code to} the
 * mailbox it came to, {@code text} the decoded plain part, {@code at} its arrival in epoch
 * milliseconds.
 */
record Letter(
        String from,
        String to,
        @Nullable String subject,
        @Nullable String messageId,
        String text,
        long at) {}
