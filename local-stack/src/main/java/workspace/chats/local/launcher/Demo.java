package workspace.chats.local.launcher;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import workspace.chats.local.demo.DemoData;
import workspace.chats.local.identity.Tokens;

/** The demo workspaces of this installation, with tokens for the people in them. */
final class Demo {

    static final Duration LIFE_OF_TOKENS = Duration.ofHours(24);

    private final DemoData data;
    private final Tokens tokens;

    Demo(Settings settings) {
        data =
                new DemoData(
                        PrivateJson.readMap(settings.home().demo(), UUID.class).orElse(Map.of()));
        tokens =
                Tokens.in(
                        settings.home().data("local-stack"),
                        settings.issuer(),
                        settings.audience());
    }

    /** Into chat-api's migrated database. */
    void seed(Home home, Postgres postgres, Clock clock) {
        PrivateJson.write(home.demo(), data.ids());
        try (var connection = postgres.server().connect(Program.CHAT_API.database())) {
            data.seed(connection, clock);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL refused the demo: " + e.getSQLState(), e);
        }
    }

    Map<String, Object> describe() {
        return data.describe(this::tokenOf);
    }

    UUID workspaceId() {
        return data.workspaceId("demo");
    }

    /** For somebody such as {@code operator}, or {@code other/operator} of the other workspace. */
    String token(String who) {
        String workspace = who.contains("/") ? who.substring(0, who.indexOf('/')) : "demo";
        String member = who.substring(who.indexOf('/') + 1);
        return data.subject(workspace, member)
                .map(this::tokenOf)
                .orElseThrow(() -> new CannotDo("Nobody who could have a token is called " + who));
    }

    /** For whoever has that subject. */
    String tokenOf(String subject) {
        return tokens.mint(subject, LIFE_OF_TOKENS);
    }
}
