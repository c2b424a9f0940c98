package workspace.chats.local.dlt;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./chats dlt show}: everything about a letter that is open. */
@Command(
        name = "show",
        description = "headers and open fields of letters; what is sealed stays sealed")
final class ShowLetter implements Callable<Integer> {

    private final Desk desk;

    @Mixin private Selection selection = new Selection();

    private int shown;

    ShowLetter(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        if (selection.isEmpty()) {
            throw CommandFailed.misuse("Say which letters; ./chats dlt list names them");
        }
        try (var round = desk.round(selection)) {
            round.visit((letter, _, books) -> show(letter, books.history(letter)));
        }
        if (shown == 0) {
            desk.say("No such dead letters.");
        }
        return 0;
    }

    private void show(DeadLetter letter, List<String> history) {
        shown++;
        desk.say("Letter    " + letter.place());
        desk.say("Consumer  " + letter.addressee().name());
        desk.say("Aside at  " + letter.at() + ": " + letter.code());
        history.forEach(deed -> desk.say("Done      " + deed));
        desk.say("Headers");
        letter.headers()
                .forEach((name, text) ->
                        desk.say("  %-24s %s".formatted(Shown.of(name), Shown.of(text))));
        desk.say("Value, %,d bytes".formatted(letter.value().length));
        OpenFields.of(letter).lines().forEach(line -> desk.say("  " + line));
        desk.say("");
    }
}
