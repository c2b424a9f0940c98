package workspace.chats.messaging.relay;

/** Makes a relay for each run. */
interface Relays {

    Relay over(Outlet outlet);
}
