package workspace.chats.local.dlt;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The table {@code dead_letter_audit}, over one connection. Only ever added to. */
record Audit(Connection database) {

    private static final String ADD =
            """
            insert into dead_letter_audit
                   (who, action, reason, topic, partition, letter_offset, letter_at, code, event_id, new_event_id)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String READ =
            "select topic, partition, letter_offset, letter_at, action from dead_letter_audit order by id";
    private static final String ONE =
            " from dead_letter_audit where topic = ? and partition = ? and letter_offset = ? and letter_at = ? order by id";
    private static final String HISTORY =
            """
            select to_char(at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS') || ' UTC ' || action || ' by ' || who || ': ' || reason
                   || coalesce(' (new event ' || new_event_id || ')', '')
            """;
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended(?, 0))";

    /** A topic that was made anew counts from 0 again, hence the time. */
    record Key(Place place, Instant at) {

        static Key of(DeadLetter letter) {
            return new Key(letter.place(), letter.at());
        }

        /** By the instant: where the reader is must not matter to two of them. */
        String text() {
            return "dead letter " + place + " " + at;
        }
    }

    /** What was done last with each letter. */
    Map<Key, Action> last() throws SQLException {
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

    /** What was done last with that letter, as the database knows it now. */
    Optional<Action> last(Key letter) throws SQLException {
        var deeds = texts("select action" + ONE, letter);
        return deeds.isEmpty() ? Optional.empty() : Optional.of(Action.of(deeds.getLast()));
    }

    /** Everything that was done with that letter, from the first. */
    List<String> history(Key letter) throws SQLException {
        return texts(HISTORY + ONE, letter);
    }

    /** Waits until nobody else has that letter in hand; until the transaction ends nobody will. */
    void lock(Key letter) throws SQLException {
        try (var query = database.prepareStatement(LOCK)) {
            query.setString(1, letter.text());
            query.execute();
        }
    }

    void add(DeadLetter letter, Deed deed) throws SQLException {
        try (var row = database.prepareStatement(ADD)) {
            row.setString(1, deed.who());
            row.setString(2, deed.action().word());
            row.setString(3, deed.reason());
            name(row, 4, Key.of(letter));
            row.setString(8, letter.code());
            row.setObject(9, letter.eventId().orElse(null));
            row.setObject(10, deed.newEventId());
            row.executeUpdate();
        }
    }

    private List<String> texts(String sql, Key letter) throws SQLException {
        try (var query = database.prepareStatement(sql)) {
            name(query, 1, letter);
            var texts = new ArrayList<String>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
            return texts;
        }
    }

    private static void name(PreparedStatement statement, int from, Key letter)
            throws SQLException {
        statement.setString(from, letter.place().topic());
        statement.setInt(from + 1, letter.place().partition());
        statement.setLong(from + 2, letter.place().offset());
        statement.setTimestamp(from + 3, Timestamp.from(letter.at()));
    }
}
