package workspace.chats.dispatch.optout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
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
import workspace.chats.dispatch.Settings;

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

    @Test
    void holdsForOneWorkspaceSenderAndAddress() {
        assertThat(optOuts.note(workspace, sender, NUMBER, true, EARLY)).isTrue();

        assertThat(optOuts.has(workspace, sender, NUMBER)).isTrue();
        assertThat(optOuts.has(UUID.randomUUID(), sender, NUMBER)).isFalse();
        assertThat(optOuts.has(workspace, UUID.randomUUID(), NUMBER)).isFalse();
        assertThat(optOuts.has(workspace, sender, "+15005550008")).isFalse();
    }

    @Test
    void endsWithALaterWord() {
        optOuts.note(workspace, sender, NUMBER, true, EARLY);
        optOuts.note(workspace, sender, NUMBER, false, LATE);

        assertThat(optOuts.has(workspace, sender, NUMBER)).isFalse();
    }

    @Test
    void isNotEndedByAnEarlierWord() {
        optOuts.note(workspace, sender, NUMBER, true, LATE);

        assertThat(optOuts.note(workspace, sender, NUMBER, false, EARLY)).isFalse();
        assertThat(optOuts.has(workspace, sender, NUMBER)).isTrue();
    }

    @Test
    void isKeptUnreadable() {
        optOuts.note(workspace, sender, NUMBER, true, EARLY);

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

    private String rows(String table) {
        return String.join(
                "\n", jdbc.sql("select t::text from " + table + " t").query(String.class).list());
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import({OptOuts.class, GateKeys.class, OptOutConfiguration.class})
    static class OnlyOptOuts {}
}
