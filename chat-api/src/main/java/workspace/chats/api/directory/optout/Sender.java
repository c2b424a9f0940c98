package workspace.chats.api.directory.optout;

/** A number or an inbox of the workspace. */
record Sender(String address, boolean isPhone) {

    @Override
    public String toString() {
        return "Sender[hidden]";
    }
}
