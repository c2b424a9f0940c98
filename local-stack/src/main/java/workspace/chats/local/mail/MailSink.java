package workspace.chats.local.mail;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.server.SMTPServer;
import org.subethamail.smtp.server.Session;
import workspace.chats.local.peer.Peer;
import workspace.chats.local.peer.PortTaken;
import workspace.chats.local.peer.Reply;
import workspace.chats.local.peer.Request;

/**
 * An SMTP server on 127.0.0.1 that keeps what it takes, and its view for people and tests: {@code
 * GET /messages}, {@code POST /_sim/faults}, {@code POST /_sim/weather} and {@code GET}, {@code
 * POST /_sim/reset}.
 */
public final class MailSink implements Peer, AutoCloseable {

    private final Letters letters;
    private final Clock clock;
    private final Faults faults = new Faults();
    private final ExecutorService sessions = Executors.newVirtualThreadPerTaskExecutor();
    private final SMTPServer server;

    private MailSink(Path home, int smtpPort, Clock clock) {
        this.letters = new Letters(home.resolve("mail").resolve("messages.jsonl"));
        this.clock = clock;
        this.server =
                SMTPServer.port(smtpPort)
                        .bindAddress(InetAddress.ofLiteral("127.0.0.1"))
                        .hostName("localhost")
                        .softwareName("mail sink")
                        .executorService(sessions)
                        .messageHandlerFactory(this::transaction)
                        .build();
    }

    /**
     * {@code setting} is the name under which people know the port; port 0 takes a free one. Throws
     * {@link PortTaken}.
     */
    public static MailSink start(String setting, int smtpPort, Path home, Clock clock) {
        var sink = new MailSink(home, smtpPort, clock);
        try {
            sink.server.start();
        } catch (RuntimeException notBound) {
            throw new PortTaken(setting, smtpPort);
        }
        return sink;
    }

    public int smtpPort() {
        return server.getPortAllocated();
    }

    @Override
    public Reply answer(Request request) {
        return switch (request.method() + " " + request.path()) {
            case "GET /messages" -> Reply.ok(letters.all());
            case "POST /_sim/faults" -> {
                faults.add(request.json(Fault.class));
                yield new Reply.Done();
            }
            case "POST /_sim/weather" -> {
                faults.become(request.json(Forecast.class).weather());
                yield new Reply.Done();
            }
            case "GET /_sim/weather" -> Reply.ok(faults.seen());
            case "POST /_sim/reset" -> {
                letters.clear();
                faults.clear();
                yield new Reply.Done();
            }
            default -> Reply.notFound();
        };
    }

    @Override
    public void close() {
        sessions.shutdownNow();
        server.stop();
    }

    private MessageHandler transaction(MessageContext session) {
        return new SmtpTransaction((Session) session, letters, faults.next(), clock);
    }
}
