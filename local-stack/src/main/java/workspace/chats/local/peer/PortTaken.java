package workspace.chats.local.peer;

/** Somebody else listens where a peer should; the message names the port and its setting. */
public final class PortTaken extends RuntimeException {

    public PortTaken(String setting, int port) {
        super("Port %d (%s) is taken on 127.0.0.1.".formatted(port, setting));
    }
}
