package workspace.chats.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A service's database with the roles {@code <database>_owner}, {@code _app} and {@code _relay},
 * and {@code chats_reader}, who may read every row. Needs the JDK and the given connection, nothing
 * else, so that tests of other modules can use it from the bare jar.
 */
public final class Databases {

    private static final String SCRIPT = "/database/bootstrap.sql";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z_]{0,50}");
    private static final Pattern END_OF_STATEMENT = Pattern.compile(";\\s*\\n");
    private static final Set<String> ALREADY_THERE = Set.of("42710", "42P04");

    private Databases() {}

    /**
     * Makes what is missing and sets the passwords; safe to repeat.
     *
     * @param admin a superuser's connection in auto-commit mode, to any database of the server
     * @param database lower-case letters and underscores
     * @param passwordForAll of all four roles
     */
    public static void bootstrap(Connection admin, String database, String passwordForAll)
            throws SQLException {
        if (!NAME.matcher(database).matches()) {
            throw new IllegalArgumentException("Not a database name: " + database);
        }
        String script =
                script().replace("${database}", database)
                        .replace("${password}", quoted(passwordForAll));
        try (var statement = admin.createStatement()) {
            for (String sql : END_OF_STATEMENT.split(script, -1)) {
                execute(statement, sql);
            }
        }
    }

    private static void execute(Statement statement, String sql) throws SQLException {
        try {
            statement.execute(sql);
        } catch (SQLException e) {
            if (!ALREADY_THERE.contains(e.getSQLState())) {
                throw e;
            }
        }
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static String script() {
        try (var file = Databases.class.getResourceAsStream(SCRIPT)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
