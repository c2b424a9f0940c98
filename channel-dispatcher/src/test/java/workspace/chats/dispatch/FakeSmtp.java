package workspace.chats.dispatch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static workspace.chats.dispatch.Eventually.eventually;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server made of bare sockets, so that it can say or break anything at any step. */
public final class FakeSmtp implements AutoCloseable {

    /** The step of writing the message, between DATA and the final dot. */
    public static final String BODY = "BODY";

    /** The two steps that follow AUTH LOGIN. */
    public static final String USERNAME = "USERNAME";

    public static final String PASSWORD = "PASSWORD";

    private static final String CUT = "(cut)";
    private static final String HANG = "(hang)";
    private static final Map<String, String> FRIENDLY =
            Map.of(
                    "greeting",
                    "220 fake ready",
                    "EHLO",
                    "250-fake\r\n250 AUTH PLAIN",
                    "AUTH",
                    "235 2.7.0 welcome",
                    "AUTH LOGIN",
                    "334 VXNlcm5hbWU6",
                    USERNAME,
                    "334 UGFzc3dvcmQ6",
                    PASSWORD,
                    "235 2.7.0 welcome",
                    "DATA",
                    "354 go on",
                    "QUIT",
                    "221 bye");

    private final ServerSocket server;
    private final Map<String, Runnable> hooks = new ConcurrentHashMap<>();
    private final Map<String, String> script = new ConcurrentHashMap<>();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final List<String> mails = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    public FakeSmtp() throws IOException {
        this(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    }

    /** On a socket of another kind, such as one that encrypts. */
    public FakeSmtp(ServerSocket server) {
        this.server = server;
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    /**
     * Replies so at that step: a verb, {@code greeting}, or {@code .} for the final dot; from RCPT
     * on a blank and a recipient may follow, and it holds for him only.
     */
    public FakeSmtp replies(String step, String reply) {
        script.put(step, reply);
        return this;
    }

    public FakeSmtp cutsAt(String step) {
        return replies(step, CUT);
    }

    public FakeSmtp hangsAt(String step) {
        return replies(step, HANG);
    }

    /** Does that before it replies at that step. */
    public FakeSmtp before(String step, Runnable hook) {
        hooks.put(step, hook);
        return this;
    }

    /** Every command that was said, over all connections. */
    public List<String> said() {
        return said;
    }

    /** The messages whose final dot came, as they were written. */
    public List<String> mails() {
        return mails;
    }

    public List<String> mailsTo(String address) {
        return mails.stream().filter(mail -> mail.contains("To: " + address)).toList();
    }

    public int connections() {
        return open.size();
    }

    /** For a client that had gone before anybody came to the door. */
    public void awaitOneConnection() {
        eventually().until(() -> connections() == 1);
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (var connection : open) {
            connection.close();
        }
    }

    private void accept() {
        try {
            while (true) {
                var connection = server.accept();
                open.add(connection);
                Thread.ofVirtual().start(() -> talk(connection));
            }
        } catch (SocketException closed) {
            // the test is over
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void talk(Socket connection) {
        try {
            new Dialogue(connection).run();
        } catch (IOException gone) {
            // the client broke off
        }
    }

    /** One connection; whatever is asked of it ends with whether it goes on. */
    private final class Dialogue {

        private final Socket connection;
        private final BufferedReader in;
        private String recipient = "";
        private String login = "";

        Dialogue(Socket connection) throws IOException {
            this.connection = connection;
            this.in =
                    new BufferedReader(
                            new InputStreamReader(connection.getInputStream(), ISO_8859_1));
        }

        void run() throws IOException {
            var goesOn = reply("greeting");
            while (goesOn) {
                var line = in.readLine();
                goesOn = line != null && step(line);
            }
        }

        private boolean step(String line) throws IOException {
            said.add(line);
            if (!login.isEmpty()) {
                return login();
            }
            var verb = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
            if (line.equals("AUTH LOGIN") && !script.containsKey("AUTH")) {
                login = USERNAME;
                return reply(line);
            }
            if (verb.equals("RCPT")) {
                recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
            }
            var goesOn = reply(verb);
            if (goesOn && verb.equals("DATA") && !script.containsKey("DATA")) {
                return body();
            }
            return goesOn && !verb.equals("QUIT");
        }

        private boolean login() throws IOException {
            var step = login;
            login = step.equals(USERNAME) ? PASSWORD : "";
            return reply(step);
        }

        private boolean body() throws IOException {
            if (script.containsKey(BODY)) {
                return reply(BODY);
            }
            var mail = new StringBuilder();
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (line.equals(".")) {
                    mails.add(mail.toString());
                    return reply(".");
                }
                mail.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
            }
            return false;
        }

        private boolean reply(String step) throws IOException {
            hooks.getOrDefault(step, () -> {}).run();
            var usual = FRIENDLY.getOrDefault(step, "250 2.0.0 fine");
            return say(
                    script.getOrDefault(step + " " + recipient, script.getOrDefault(step, usual)));
        }

        private boolean say(String reply) throws IOException {
            if (reply.equals(CUT)) {
                connection.setSoLinger(true, 0);
                connection.close();
            }
            if (reply.equals(CUT) || reply.equals(HANG)) {
                return false;
            }
            connection.getOutputStream().write((reply + "\r\n").getBytes(UTF_8));
            if (reply.startsWith("421")) {
                connection.close();
            }
            return !reply.startsWith("421");
        }
    }
}
