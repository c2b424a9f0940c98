package workspace.chats.local;

/** Something cannot start, because its environment does not say what it must know. */
final class SettingsMissing extends RuntimeException {

    SettingsMissing(String names) {
        super("Missing in the environment: " + names + ".");
    }
}
