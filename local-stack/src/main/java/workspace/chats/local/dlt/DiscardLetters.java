package workspace.chats.local.dlt;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code ./chats dlt discard}: gives letters up. They stay in their topic until it forgets them.
 */
@Command(name = "discard", description = "give letters up; they are not listed any more")
final class DiscardLetters implements Callable<Integer> {

    private final Desk desk;

    @Mixin private Selection selection = new Selection();
    @Mixin private Why why = new Why();

    private int discarded;

    DiscardLetters(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        why.require(selection);
        try (var round = desk.round(selection)) {
            round.visit((letter, last, books) -> {
                if (last.isEmpty()) {
                    discard(letter, books);
                }
            });
        }
        desk.say(why.sum(discarded, "discarded"));
        return 0;
    }

    private void discard(DeadLetter letter, Books books) {
        if (why.isDryRun() || isDone(letter, books)) {
            discarded++;
            desk.say((why.isDryRun() ? "would discard " : "discarded ") + letter.place());
        } else {
            desk.say(Why.leftAlone(letter));
        }
    }

    private boolean isDone(DeadLetter letter, Books books) {
        return books.note(
                letter, Optional::isEmpty, () -> why.deed(desk.who(), Action.DISCARDED, null));
    }
}
