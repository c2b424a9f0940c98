package workspace.chats.local.launcher;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import workspace.chats.local.demo.DemoData;
import workspace.chats.local.identity.Tokens;

/**
 * Writes the demo workspaces into the system that {@code docker-compose.yml} has started, and
 * prints how to use it. Started again, it gives out new tokens.
 */
public final class DemoOnce {

    private final Map<String, String> environment;
    private final Output output = new Output(System.out);
    private final DemoData data;

    private DemoOnce(Map<String, String> environment) {
        this.environment = environment;
        this.data = new DemoData(PrivateJson.readMap(ids(), UUID.class).orElse(Map.of()));
    }

    public static void main(String[] args) throws SQLException {
        var once = new DemoOnce(System.getenv());
        once.seed();
        once.welcome();
    }

    private void seed() throws SQLException {
        PrivateJson.write(ids(), data.ids());
        try (var database =
                DriverManager.getConnection(
                        text("POSTGRES_URL"), "postgres", text("POSTGRES_PASSWORD"))) {
            data.seed(database, Clock.systemUTC());
        }
    }

    private void welcome() {
        var chats = text("API_URL") + "/api/v2/w/" + data.workspaceId("demo") + "/chats";
        output.say("Everything runs. Chats of the demo workspace: " + chats);
        output.say("Bearer tokens for 24 hours (docker compose run --rm demo makes more):");
        var tokens = Tokens.in(home(), text("OIDC_ISSUER_URI"), Settings.AUDIENCE);
        for (String who : List.of("admin", "operator", "member")) {
            var subject = data.subject("demo", who).orElseThrow();
            output.say("  %-10s %s".formatted(who, tokens.mint(subject, Demo.LIFE_OF_TOKENS)));
        }
    }

    private Path ids() {
        return home().resolve("demo.json");
    }

    private Path home() {
        return Path.of(text("LOCAL_STACK_HOME"));
    }

    private String text(String name) {
        return Objects.requireNonNull(environment.get(name), name);
    }
}
