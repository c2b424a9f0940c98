package workspace.chats.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import workspace.chats.messaging.OneService;
import workspace.chats.messaging.testing.Engines;
import workspace.chats.messaging.testing.TestDatabase;

/**
 * A service of this version starts on the database of the version before, whose own migrations have
 * higher numbers than what the modules share has got since.
 */
@SpringBootTest(
        classes = OneService.class,
        properties = {"spring.application.name=old-service", "workspace.relay.enabled=false"})
class MigrationIT {

    private static final String SINCE = "V0_5__dead_letter_audit.sql";

    @TempDir static Path old;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) throws IOException {
        var database = Engines.database("old_service");
        var own = Files.createDirectories(old.resolve("own"));
        Files.writeString(own.resolve("V7__own.sql"), "create table own (id int);");
        migrateAsTheVersionBefore(database, own);
        Engines.registerFor(registry, "old_service");
        registry.add("spring.flyway.locations", () -> "classpath:db/messaging,filesystem:" + own);
    }

    @Test
    void addsWhatIsNew_andKeepsWhatIsThere() {
        var jdbc = JdbcClient.create(Engines.database("old_service").owner());
        assertThat(
                        jdbc.sql(
                                        "select script from flyway_schema_history where version is not null order by installed_rank")
                                .query(String.class)
                                .list())
                .endsWith("V7__own.sql", SINCE);
        assertThat(jdbc.sql("select count(*) from dead_letter_audit").query(Long.class).single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from inbox").query(Long.class).single()).isEqualTo(1);
    }

    private static void migrateAsTheVersionBefore(TestDatabase database, Path own)
            throws IOException {
        var shared = Files.createDirectories(old.resolve("messaging"));
        for (var script :
                new PathMatchingResourcePatternResolver()
                        .getResources("classpath:db/messaging/*.sql")) {
            var name = String.valueOf(script.getFilename());
            if (!name.equals(SINCE)) {
                Files.write(shared.resolve(name), script.getContentAsByteArray());
            }
        }
        Flyway.configure()
                .dataSource(database.migrator())
                .locations("filesystem:" + shared, "filesystem:" + own)
                .placeholders(
                        Map.of(
                                "appRole", database.name() + "_app",
                                "relayRole", database.name() + "_relay"))
                .load()
                .migrate();
        JdbcClient.create(database.migrator())
                .sql("insert into inbox (consumer, event_id) values ('old', gen_random_uuid())")
                .update();
    }
}
