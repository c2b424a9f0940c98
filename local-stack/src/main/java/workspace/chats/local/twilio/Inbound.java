package workspace.chats.local.twilio;

/** A text that a handset ({@code from}) sends to one of our numbers ({@code to}). */
record Inbound(String from, String to, String body) {}
