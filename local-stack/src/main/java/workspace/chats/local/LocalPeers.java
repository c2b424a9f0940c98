package workspace.chats.local;

import static workspace.chats.local.PeerSettings.IDENTITY_PORT;
import static workspace.chats.local.PeerSettings.MAIL_PORT;
import static workspace.chats.local.PeerSettings.MAIL_SMTP_PORT;
import static workspace.chats.local.PeerSettings.TWILIO_SIM_PORT;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import workspace.chats.local.identity.IdentityProvider;
import workspace.chats.local.identity.Tokens;
import workspace.chats.local.mail.MailSink;
import workspace.chats.local.peer.Peer;
import workspace.chats.local.peer.PeerServer;
import workspace.chats.local.peer.PortTaken;
import workspace.chats.local.twilio.Account;
import workspace.chats.local.twilio.TwilioSimulator;

/**
 * The outside world in one small process: OpenID provider, Twilio and a mail server, each on a port
 * of its own on 127.0.0.1, or where {@code LOCAL_STACK_ADDRESS} says. Stops at SIGTERM; what it
 * took, it still has at the next start.
 */
public final class LocalPeers implements AutoCloseable {

    private final PeerSettings settings;
    private final Clock clock = Clock.systemUTC();
    private final Deque<AutoCloseable> started = new ArrayDeque<>();

    private LocalPeers(PeerSettings settings) {
        this.settings = settings;
    }

    public static void main(String[] args) throws Exception {
        logNothing();
        try {
            var peers = start(new PeerSettings(System.getenv()));
            Runtime.getRuntime().addShutdownHook(new Thread(peers::close));
        } catch (PortTaken | SettingsMissing refused) {
            System.err.println(refused.getMessage());
            System.exit(1);
        }
    }

    static LocalPeers start(PeerSettings settings) throws IOException {
        var peers = new LocalPeers(settings);
        try {
            peers.startIdentity();
            peers.startTwilio();
            peers.startMail();
            return peers;
        } catch (IOException | RuntimeException failed) {
            peers.close();
            throw failed;
        }
    }

    private void startIdentity() throws IOException {
        var tokens = Tokens.in(settings.home(), settings.issuer(), settings.text("OIDC_AUDIENCE"));
        serve(IDENTITY_PORT, new IdentityProvider(tokens));
    }

    private void startTwilio() throws IOException {
        var account =
                new Account(
                        settings.text("TWILIO_ACCOUNT_SID"), settings.text("TWILIO_AUTH_TOKEN"));
        serve(TWILIO_SIM_PORT, new TwilioSimulator(settings.home(), account, clock));
    }

    private void startMail() throws IOException {
        var port = settings.port(MAIL_SMTP_PORT);
        var sink = MailSink.start(MAIL_SMTP_PORT, port, settings.home(), clock);
        started.push(sink);
        serve(MAIL_PORT, sink);
    }

    private void serve(String setting, Peer peer) throws IOException {
        started.push(PeerServer.start(setting, settings.address(), settings.port(setting), peer));
    }

    @Override
    public void close() {
        started.forEach(LocalPeers::closeQuietly);
    }

    private static void closeQuietly(AutoCloseable peer) {
        try {
            peer.close();
        } catch (Exception gone) {
            // it stops with the process
        }
    }

    /** Neither the libraries' warnings nor a logging system in so small a process. */
    private static void logNothing() {
        System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
        System.setProperty("slf4j.internal.verbosity", "ERROR");
    }
}
