package workspace.chats.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Personal data, encrypted and bound to its event (base64 of an AEAD ciphertext; associated data is
 * the event's id, type, workspace and chat). What is inside is a {@link Confidential}.
 */
public record Sealed(@JsonValue String base64) {

    @JsonCreator
    public Sealed {}

    @Override
    public String toString() {
        return "Sealed[" + base64.length() + " characters]";
    }
}
