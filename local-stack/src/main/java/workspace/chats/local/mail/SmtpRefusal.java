package workspace.chats.local.mail;

import org.subethamail.smtp.RejectException;

/** A "no" as mail servers say it; like theirs, it quotes the address. */
record SmtpRefusal(int reply, String enhanced, String words) {

    RejectException about(String address) {
        return new RejectException(reply, "%s <%s>: %s".formatted(enhanced, address, words));
    }
}
