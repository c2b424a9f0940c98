package workspace.chats.system;

import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A look into one service's database. */
public final class Tables {

    private final String jdbcUrl;

    Tables(String jdbcUrl) {
        this.jdbcUrl = jdbcUrl;
    }

    /** The one number that a query answers. */
    public long count(String query) {
        return Long.parseLong(texts(query).getFirst());
    }

    /** The first column of what a query answers. */
    public List<String> texts(String query) {
        return rows(query, row -> row.getString(1));
    }

    /** One of a query's rows as something else. */
    public interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** All of what a query answers. */
    public <T> List<T> rows(String query, Reading<T> reading) {
        try (var connection = DriverManager.getConnection(jdbcUrl);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var all = new ArrayList<T>();
            while (rows.next()) {
                all.add(reading.of(rows));
            }
            return all;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
