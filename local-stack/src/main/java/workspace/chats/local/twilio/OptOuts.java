package workspace.chats.local.twilio;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import workspace.chats.local.peer.JsonLines;

/** Who has told which of our numbers to stop; kept across restarts, as Twilio would. */
final class OptOuts {

    private static final Set<String> STOP =
            Set.of("STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT");
    private static final Set<String> START = Set.of("START", "YES", "UNSTOP");

    private record Pair(String number, String handset) {}

    private record Word(Pair pair, boolean stop) {}

    private final Set<Pair> pairs = new HashSet<>();
    private final JsonLines<Word> file;

    OptOuts(Path file) {
        this.file = JsonLines.open(file, Word.class, this::remember);
    }

    synchronized boolean contains(String number, String handset) {
        return pairs.contains(new Pair(number, handset));
    }

    /** Obeys a text from a handset if it is nothing but a keyword. */
    synchronized void hear(Inbound text) {
        var word = text.body().strip().toUpperCase(Locale.ROOT);
        if (STOP.contains(word) || START.contains(word)) {
            var heard = new Word(new Pair(text.to(), text.from()), STOP.contains(word));
            file.append(heard);
            remember(heard);
        }
    }

    synchronized void clear() {
        file.clear();
        pairs.clear();
    }

    private void remember(Word word) {
        if (word.stop()) {
            pairs.add(word.pair());
        } else {
            pairs.remove(word.pair());
        }
    }
}
