package workspace.chats.local.dlt;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Who did what with an addressee's dead letters, in its own database. */
final class Books implements AutoCloseable {

    private final Addressee addressee;
    private final Connection database;
    private final Audit audit;
    private final Map<Audit.Key, Action> last;

    private Books(Addressee addressee, Connection database) throws SQLException {
        this.addressee = addressee;
        this.database = database;
        audit = new Audit(database);
        last = audit.last();
    }

    /** Throws {@link CommandFailed} when they cannot be had. */
    static Books of(Addressee addressee) {
        var where = addressee.database();
        try {
            return new Books(
                    addressee,
                    DriverManager.getConnection(where.url(), where.user(), where.password()));
        } catch (SQLException refused) {
            throw cannot(addressee, refused);
        }
    }

    /** What had been done last with that letter when the books were opened, if it was not open. */
    Optional<Action> last(DeadLetter letter) {
        return Optional.ofNullable(last.get(Audit.Key.of(letter)));
    }

    /** Everything that was done with that letter, from the first. */
    List<String> history(DeadLetter letter) {
        try {
            return audit.history(Audit.Key.of(letter));
        } catch (SQLException refused) {
            throw cannot(addressee, refused);
        }
    }

    /**
     * Does something with that letter and notes it for good, while nobody else can do anything with
     * it. What others did meanwhile counts: what was done last is looked up just before. After a
     * failure the books can only be closed, which undoes a note that was not finished.
     *
     * @param isWanted whether it is to be done, given what was done last
     * @return whether it was done
     */
    boolean note(DeadLetter letter, Predicate<Optional<Action>> isWanted, Supplier<Deed> work) {
        var key = Audit.Key.of(letter);
        try {
            database.setAutoCommit(false);
            audit.lock(key);
            var isDone = isWanted.test(audit.last(key));
            if (isDone) {
                audit.add(letter, work.get());
            }
            database.commit();
            database.setAutoCommit(true);
            return isDone;
        } catch (SQLException refused) {
            throw cannot(addressee, refused);
        }
    }

    @Override
    public void close() {
        try {
            database.close();
        } catch (SQLException gone) {
            // what was done is committed
        }
    }

    /** The driver's own words may quote what was typed. */
    private static CommandFailed cannot(Addressee addressee, SQLException refused) {
        var state = String.valueOf(refused.getSQLState());
        return new CommandFailed(
                switch (state) {
                    case "08001" ->
                            "The database of %s does not answer; nothing is done without a note of it"
                                    .formatted(addressee.name());
                    case "42P01" ->
                            "The database of %s has no table dead_letter_audit yet; the service makes it when it starts"
                                    .formatted(addressee.name());
                    case "28P01", "28000" ->
                            "The database of %s refuses the user or the password"
                                    .formatted(addressee.name());
                    default ->
                            "The database of %s cannot be used: SQL state %s"
                                    .formatted(addressee.name(), state);
                });
    }
}
