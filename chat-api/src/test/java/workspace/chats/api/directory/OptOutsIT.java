package workspace.chats.api.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static workspace.chats.api.testing.Visits.flaws;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import workspace.chats.api.testing.Announced;
import workspace.chats.api.testing.Announced.Told;
import workspace.chats.api.testing.Answer;
import workspace.chats.api.testing.DemoWorkspace;
import workspace.chats.api.testing.Numbers;
import workspace.chats.api.testing.RunningApi;
import workspace.chats.api.testing.Visits;
import workspace.chats.events.ChatEvent.RecipientOptedIn;
import workspace.chats.events.ChatEvent.RecipientOptedOut;
import workspace.chats.events.Confidential;
import workspace.chats.events.Confidential.Dial;
import workspace.chats.events.Confidential.Letter;
import workspace.chats.events.EventType;
import workspace.chats.events.Sealed;
import workspace.chats.messaging.seal.SealContext;
import workspace.chats.messaging.seal.Sealer;

/** Opt-outs that people record and remove by hand, and what the other services hear of them. */
class OptOutsIT {

    private static final String PATIENT = "+12125550123";

    private final DemoWorkspace workspace = new DemoWorkspace();
    private final Visits writer = workspace.visits("chats:write");
    private final String e164 = Numbers.next();
    private final UUID number = workspace.number(e164, 1);
    private final UUID inbox = workspace.inbox("desk@example.org");

    @Test
    void keepsTextsFromWhomWantsNone_untilHeWantsThemAgain() {
        var patient = workspace.human(PATIENT, null);
        assertThat(text(patient).at("/initialMessageError")).isEqualTo("null");

        var optedOut = writer.post("/opt-outs", optOut(number, "+1 (212) 555-0123"));
        assertThat(optedOut.status()).isEqualTo(201);
        assertThat(optedOut.json().propertyNames())
                .containsExactly("id", "senderId", "address", "since");
        assertThat(optedOut.at("/address")).isEqualTo(PATIENT);
        assertThat(text(patient).at("/initialMessageError")).isEqualTo("recipient_opted_out");

        assertThat(writer.delete("/opt-outs/" + optedOut.at("/id")).status()).isEqualTo(204);
        assertThat(writer.get("/opt-outs/" + optedOut.at("/id")).status()).isEqualTo(404);
        assertThat(text(patient).at("/initialMessageError")).isEqualTo("null");
    }

    @Test
    void tellsTheOthersOfEachOne_withTheAddressSealed() {
        var place = writer.added("/opt-outs", optOut(number, PATIENT));
        writer.delete(place);

        var out = Announced.about(number, EventType.RECIPIENT_OPTED_OUT, RecipientOptedOut.class);
        var in = Announced.about(number, EventType.RECIPIENT_OPTED_IN, RecipientOptedIn.class);
        assertThat(out).hasSize(1);
        assertThat(in).hasSize(1);
        var optedOut = out.getFirst().event();
        var optedIn = in.getFirst().event();
        assertThat(optedOut.workspaceId()).isEqualTo(workspace.id());
        assertThat(optedOut.senderId()).isEqualTo(number);
        assertThat(optedIn.senderId()).isEqualTo(number);
        assertThat(optedIn.at()).isAfter(optedOut.at());
        assertThat(in.getFirst().sequence()).isGreaterThan(out.getFirst().sequence());
        assertThat(opened(out.getFirst(), EventType.RECIPIENT_OPTED_OUT, optedOut.sealed()).dial())
                .isEqualTo(new Dial(PATIENT, e164));
        assertThat(opened(in.getFirst(), EventType.RECIPIENT_OPTED_IN, optedIn.sealed()).dial())
                .isEqualTo(new Dial(PATIENT, e164));
    }

    @Test
    void letsHimBackIn_whoeverHadTheFasterClock() {
        workspace.optOut(number, PATIENT);
        JdbcClient.create(RunningApi.DATABASE.owner())
                .sql("update opt_out set since = '2100-01-01T00:00:00Z' where sender_id = ?")
                .param(number)
                .update();
        writer.delete("/opt-outs/" + writer.get("/opt-outs").at("/items/0/id"));

        var in = Announced.about(number, EventType.RECIPIENT_OPTED_IN, RecipientOptedIn.class);
        assertThat(in.getFirst().event().at()).isAfter(Instant.parse("2100-01-01T00:00:00Z"));
    }

    @Test
    void letsAnOptOutGo_whoseSenderIsGone_andTellsNobody() {
        var gone = UUID.randomUUID();
        var place = "/opt-outs/" + workspace.optOut(gone, PATIENT);

        assertThat(writer.delete(place).status()).isEqualTo(204);
        assertThat(writer.get(place).status()).isEqualTo(404);
        assertThat(Announced.about(gone, EventType.RECIPIENT_OPTED_IN, RecipientOptedIn.class))
                .isEmpty();
    }

    @Test
    void knowsMailboxesInLowerCase() {
        var place = writer.added("/opt-outs", optOut(inbox, "Ann@Example.org"));
        assertThat(writer.get(place).at("/address")).isEqualTo("ann@example.org");
        var out =
                Announced.about(inbox, EventType.RECIPIENT_OPTED_OUT, RecipientOptedOut.class)
                        .getFirst();
        assertThat(opened(out, EventType.RECIPIENT_OPTED_OUT, out.event().sealed()).letter())
                .isEqualTo(new Letter("ann@example.org", "desk@example.org", null, ""));
    }

    @Test
    void recordsEachOnce_andTellsOnce() {
        var statuses =
                IntStream.range(0, 6)
                        .parallel()
                        .mapToObj(i -> writer.post("/opt-outs", optOut(number, PATIENT)))
                        .map(Answer::status)
                        .sorted()
                        .toList();
        assertThat(statuses).containsExactly(201, 409, 409, 409, 409, 409);
        assertThat(writer.get("/opt-outs").at("/total")).isEqualTo("1");
        assertThat(Announced.about(number, EventType.RECIPIENT_OPTED_OUT, RecipientOptedOut.class))
                .hasSize(1);
    }

    @Test
    void saysWhatIsWrong_andTellsNobody() {
        assertThat(flaws(writer.post("/opt-outs", "{}")))
                .containsExactlyInAnyOrder("senderId required", "address required");
        assertThat(flaws(writer.post("/opt-outs", optOut(number, "a@b.org"))))
                .containsExactly("address malformed_phone");
        assertThat(flaws(writer.post("/opt-outs", optOut(inbox, PATIENT))))
                .containsExactly("address malformed_mailbox");
        var foreign = new DemoWorkspace().inbox("a@b.org");
        assertThat(flaws(writer.post("/opt-outs", optOut(foreign, PATIENT))))
                .containsExactly("senderId unknown");
        assertThat(writer.get("/opt-outs").at("/total")).isEqualTo("0");
        assertThat(Announced.about(number, EventType.RECIPIENT_OPTED_OUT, RecipientOptedOut.class))
                .isEmpty();
    }

    @Test
    void isReadByWhoReadsChats_andWrittenByWhoWritesThem() {
        workspace.optOut(number, PATIENT);
        workspace.optOut(inbox, "ann@example.org");
        var reader = workspace.visits("chats:read");
        var list = reader.get("/opt-outs?senderId=" + inbox);
        assertThat(list.at("/total")).isEqualTo("1");
        assertThat(list.at("/items/0/address")).isEqualTo("ann@example.org");
        assertThat(flaws(reader.get("/opt-outs?senderId=" + new DemoWorkspace().inbox("a@b.org"))))
                .containsExactly("senderId unknown");
        var place = "/opt-outs/" + list.at("/items/0/id");
        assertThat(reader.get(place).status()).isEqualTo(200);
        assertThat(reader.post("/opt-outs", optOut(number, PATIENT)).status()).isEqualTo(403);
        assertThat(reader.delete(place).status()).isEqualTo(403);

        var other = workspace.visits("phones:write");
        assertThat(other.get("/opt-outs").status()).isEqualTo(403);
        assertThat(other.get(place).status()).isEqualTo(403);
        var stranger = new DemoWorkspace().visits("workspace:admin");
        assertThat(stranger.get(place).status()).isEqualTo(404);
        assertThat(stranger.delete(place).status()).isEqualTo(404);
        assertThat(writer.put(place, "{}").status()).isEqualTo(405);
        assertThat(writer.get("/opt-outs").at("/total")).isEqualTo("2");
    }

    private Answer text(UUID patient) {
        return writer.post(
                "/chats",
                """
                {"channel": "phone-sms", "memberId": "%s", "phoneNumberId": "%s", "assistantEnabled": false, "initialMessage": "Hi"}
                """
                        .formatted(patient, number),
                "Prefer",
                "respond-async");
    }

    private static String optOut(UUID sender, String address) {
        return "{\"senderId\": \"%s\", \"address\": \"%s\"}".formatted(sender, address);
    }

    private Confidential opened(Told<?> told, EventType type, @Nullable Sealed sealed) {
        return RunningApi.get()
                .bean(Sealer.class)
                .open(
                        new SealContext(told.id(), type, workspace.id(), told.event().chatId()),
                        Objects.requireNonNull(sealed));
    }
}
