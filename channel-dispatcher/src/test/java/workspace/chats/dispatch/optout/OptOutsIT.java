package workspace.chats.dispatch.optout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import workspace.chats.dispatch.Settings;
import workspace.chats.messaging.settings.CannotStart;
import workspace.chats.messaging.testing.Engines;
import workspace.chats.messaging.testing.Walls;
import workspace.chats.messaging.wall.OpenWorkspaces;

@SpringBootTest(webEnvironment = WebEnvironment.NONE, properties = "workspace.relay.enabled=false")
class OptOutsIT {

    private static final String NUMBER = "+15005550009";
    private static final Instant EARLY = Instant.parse("2026-11-22T10:00:00Z");
    private static final Instant LATE = Instant.parse("2026-11-22T11:00:00Z");

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        Settings.register(registry, "http://127.0.0.1:9", 9);
    }

    private final UUID workspace = UUID.randomUUID();
    private final UUID sender = UUID.randomUUID();

    @Autowired OptOuts optOuts;
    @Autowired GateKeys keys;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transactions;

    @Test
    void holdsForOneWorkspaceSenderAndAddress() {
        assertThat(note(sender, NUMBER, true, EARLY)).isTrue();

        assertThat(has(workspace, sender, NUMBER)).isTrue();
        assertThat(has(UUID.randomUUID(), sender, NUMBER)).isFalse();
        assertThat(has(workspace, UUID.randomUUID(), NUMBER)).isFalse();
        assertThat(has(workspace, sender, "+15005550008")).isFalse();
    }

    @Test
    void endsWithALaterWord() {
        note(sender, NUMBER, true, EARLY);
        note(sender, NUMBER, false, LATE);

        assertThat(has(workspace, sender, NUMBER)).isFalse();
    }

    @Test
    void isNotEndedByAnEarlierWord() {
        note(sender, NUMBER, true, LATE);

        assertThat(note(sender, NUMBER, false, EARLY)).isFalse();
        assertThat(has(workspace, sender, NUMBER)).isTrue();
    }

    @Test
    void isKeptUnreadable() {
        note(sender, NUMBER, true, EARLY);

        assertThat(rows("opt_out_gate")).contains(sender.toString()).doesNotContain("5005550009");
    }

    @Test
    void survivesARestart_withItsKeySealedAnew() {
        var before = rows("opt_out_gate_key");
        var hash = keys.load().hash(workspace, sender, NUMBER);

        assertThat(keys.load().hash(workspace, sender, NUMBER)).isEqualTo(hash);
        assertThat(rows("opt_out_gate_key")).isNotEqualTo(before);
        assertThat(jdbc.sql("select count(*) from opt_out_gate_key").query(Integer.class).single())
                .isOne();
    }

    /** What was sealed under another name opens as little as what another keyset sealed. */
    @Test
    void keepTheServiceFromStarting_whenTheirKeyDoesNotOpen() {
        transactions.executeWithoutResult(attempt -> {
            attempt.setRollbackOnly();
            jdbc.sql("update opt_out_gate_key set id = ?").param(UUID.randomUUID()).update();

            assertThatExceptionOfType(CannotStart.class)
                    .isThrownBy(keys::load)
                    .withMessageContaining("SEALING_KEYSET_FILE");
        });
    }

    @Test
    void stayWithinTheirWorkspace() {
        note(sender, NUMBER, true, EARLY);
        var walls = new Walls(Engines.database("dispatch"));

        assertThat(walls.tables())
                .containsExactly("budget", "budget_spent", "effect", "opt_out_gate", "outbox");
        assertThat(walls.open()).containsExactly("budget", "budget_spent", "effect", "outbox");
        assertThat(walls.<Integer>trying(OptOutsIT::optOuts, workspace)).isEqualTo(1);
        assertThat(walls.<Integer>trying(OptOutsIT::optOuts, UUID.randomUUID())).isZero();
        assertThat(walls.<Integer>trying(OptOutsIT::optOuts)).isZero();
    }

    private boolean note(UUID from, String address, boolean optedOut, Instant at) {
        return in(workspace, () -> optOuts.note(workspace, from, address, optedOut, at));
    }

    private boolean has(UUID within, UUID from, String address) {
        return in(within, () -> optOuts.has(within, from, address));
    }

    private boolean in(UUID open, BooleanSupplier work) {
        return OpenWorkspaces.callWith(
                List.of(open), () -> transactions.execute(_ -> work.getAsBoolean()));
    }

    private static int optOuts(JdbcClient database) {
        return database.sql("select count(*) from opt_out_gate").query(Integer.class).single();
    }

    private static String rows(String table) {
        return String.join(
                "\n",
                Engines.database("dispatch")
                        .reader()
                        .sql("select t::text from " + table + " t")
                        .query(String.class)
                        .list());
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import({OptOuts.class, GateKeys.class, OptOutConfiguration.class})
    static class OnlyOptOuts {}
}
