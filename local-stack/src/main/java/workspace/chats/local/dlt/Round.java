package workspace.chats.local.dlt;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;

/** One look through the letters that are meant, with the books at hand. */
final class Round implements AutoCloseable {

    private final Map<Addressee, Books> books = new HashMap<>();
    private final Installation installation;
    private final Selection selection;

    Round(Installation installation, Selection selection) {
        this.installation = installation;
        this.selection = selection;
    }

    /** What is done with one of them. */
    @FunctionalInterface
    interface Visit {

        /**
         * Called once for each.
         *
         * @param last what had been done last with the letter when its books were opened, if
         *     anything; others may have done more since
         */
        void at(DeadLetter letter, Optional<Action> last, Books books);
    }

    Installation installation() {
        return installation;
    }

    /** Throws {@link CommandFailed} at the end when a letter was named that does not exist. */
    void visit(Visit visit) {
        var found = new HashSet<Place>();
        new Letters(installation)
                .forEach(
                        selection.places(),
                        letter -> {
                            if (selection.takes(letter)) {
                                found.add(letter.place());
                                var of = booksOf(letter.addressee());
                                visit.at(letter, of.last(letter), of);
                            }
                        });
        selection.requireAll(found);
    }

    @Override
    public void close() {
        books.values().forEach(Books::close);
    }

    private Books booksOf(Addressee addressee) {
        return books.computeIfAbsent(addressee, Books::of);
    }
}
