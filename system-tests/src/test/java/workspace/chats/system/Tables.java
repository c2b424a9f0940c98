package workspace.chats.system;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A look into one service's database. */
final class Tables {

    private final String jdbcUrl;

    Tables(String jdbcUrl) {
        this.jdbcUrl = jdbcUrl;
    }

    /** The one number that a query answers. */
    long count(String query) {
        return Long.parseLong(texts(query).getFirst());
    }

    /** The first column of what a query answers. */
    List<String> texts(String query) {
        try (var connection = DriverManager.getConnection(jdbcUrl);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
