package workspace.chats.local.dlt;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who did what with an addressee's dead letters, in the table {@code dead_letter_audit} of its
 * database. Only ever added to.
 */
final class Books implements AutoCloseable {

    private static final String ADD =
            """
            insert into dead_letter_audit
                   (who, action, reason, topic, partition, letter_offset, letter_at, code, event_id, new_event_id)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String READ =
            "select topic, partition, letter_offset, letter_at, action from dead_letter_audit order by id";
    private static final String HISTORY =
            """
            select to_char(at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS') || ' UTC ' || action || ' by ' || who || ': ' || reason
                   || coalesce(' (new event ' || new_event_id || ')', '')
              from dead_letter_audit
             where topic = ? and partition = ? and letter_offset = ? and letter_at = ? order by id
            """;

    /** A topic that was made anew counts from 0 again, hence the time. */
    private record Key(Place place, Instant at) {}

    private final Addressee addressee;
    private final Connection database;
    private final Map<Key, Action> last;

    private Books(Addressee addressee, Connection database, Map<Key, Action> last) {
        this.addressee = addressee;
        this.database = database;
        this.last = last;
    }

    /** Throws {@link CommandFailed} when they cannot be had. */
    static Books of(Addressee addressee) {
        var where = addressee.database();
        try {
            var database = DriverManager.getConnection(where.url(), where.user(), where.password());
            return new Books(addressee, database, read(database));
        } catch (SQLException refused) {
            throw cannot(addressee, refused);
        }
    }

    /** What was done last with that letter, or nothing while it is open. */
    Optional<Action> last(DeadLetter letter) {
        return Optional.ofNullable(last.get(key(letter)));
    }

    /** Everything that was done with that letter, from the first. */
    List<String> history(DeadLetter letter) {
        try (var query = database.prepareStatement(HISTORY)) {
            query.setString(1, letter.place().topic());
            query.setInt(2, letter.place().partition());
            query.setLong(3, letter.place().offset());
            query.setTimestamp(4, Timestamp.from(letter.at()));
            var deeds = new ArrayList<String>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    deeds.add(rows.getString(1));
                }
            }
            return deeds;
        } catch (SQLException refused) {
            throw cannot(addressee, refused);
        }
    }

    /** Returns when it is written for good. */
    void add(DeadLetter letter, Deed deed) {
        try (var row = database.prepareStatement(ADD)) {
            List<Object> values =
                    List.of(
                            deed.who(),
                            deed.action().word(),
                            deed.reason(),
                            letter.place().topic(),
                            letter.place().partition(),
                            letter.place().offset(),
                            Timestamp.from(letter.at()),
                            letter.code());
            for (int i = 0; i < values.size(); i++) {
                row.setObject(i + 1, values.get(i));
            }
            row.setObject(9, letter.eventId().orElse(null));
            row.setObject(10, deed.newEventId());
            row.executeUpdate();
            last.put(key(letter), deed.action());
        } catch (SQLException refused) {
            throw cannot(addressee, refused);
        }
    }

    @Override
    public void close() {
        try {
            database.close();
        } catch (SQLException gone) {
            // every row was committed by itself
        }
    }

    private static Key key(DeadLetter letter) {
        return new Key(letter.place(), letter.at());
    }

    private static Map<Key, Action> read(Connection database) throws SQLException {
        var last = new HashMap<Key, Action>();
        try (var query = database.createStatement();
                var rows = query.executeQuery(READ)) {
            while (rows.next()) {
                var place = new Place(rows.getString(1), rows.getInt(2), rows.getLong(3));
                var at = rows.getTimestamp(4).toInstant();
                last.put(new Key(place, at), Action.of(rows.getString(5)));
            }
        }
        return last;
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
