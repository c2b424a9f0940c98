package workspace.chats.local.twilio;

import workspace.chats.local.peer.BadRequest;

/** A text that a handset ({@code from}) sends to one of our numbers ({@code to}). */
record Inbound(String from, String to, String body) {

    Inbound {
        if (from == null || to == null || body == null) {
            throw new BadRequest("from, to and body are needed");
        }
    }
}
