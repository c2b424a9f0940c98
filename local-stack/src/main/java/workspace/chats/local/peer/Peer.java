package workspace.chats.local.peer;

/** Something outside our system, as far as our system can tell. Called by many threads. */
public interface Peer {

    Reply answer(Request request);
}
