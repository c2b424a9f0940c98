package workspace.chats.events;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@link Sealed} holds: the only place where personal data travels between services. Never
 * logged: {@code toString} shows nothing of it.
 */
public record Confidential(
        @Nullable String title,
        Map<String, String> metadata,
        @Nullable Letter letter,
        @Nullable Dial dial) {

    public Confidential {
        metadata = Map.copyOf(metadata);
    }

    /** To whom the letter or the call goes, if it holds one. */
    public Optional<String> recipient() {
        return letter == null ? Optional.ofNullable(dial).map(Dial::to) : Optional.of(letter.to());
    }

    @Override
    public String toString() {
        return "Confidential[hidden]";
    }

    /**
     * A message to send. Addresses are E.164 numbers for SMS and mailboxes for e-mail; only e-mail
     * has a subject.
     */
    public record Letter(String to, String from, @Nullable String subject, String text) {
        @Override
        public String toString() {
            return "Letter[hidden]";
        }
    }

    /** A call to place; both numbers are E.164. */
    public record Dial(String to, String from) {
        @Override
        public String toString() {
            return "Dial[hidden]";
        }
    }
}
