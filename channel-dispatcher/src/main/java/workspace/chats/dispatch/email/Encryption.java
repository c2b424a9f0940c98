package workspace.chats.dispatch.email;

import java.security.GeneralSecurityException;
import javax.net.ssl.SSLException;

/** Why a dialogue that must be encrypted was not. */
final class Encryption {

    private Encryption() {}

    /**
     * Whether it failed by what one of the two sides is set to (a certificate, a version, a server
     * that speaks in the clear) and not by a line that broke meanwhile, which TLS reports as its
     * own failure too.
     */
    static boolean isImpossible(Throwable failed) {
        var innermost = failed;
        var isAboutTls = false;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
            isAboutTls |= innermost instanceof SSLException;
        }
        return isAboutTls
                && (innermost instanceof SSLException
                        || innermost instanceof GeneralSecurityException);
    }
}
