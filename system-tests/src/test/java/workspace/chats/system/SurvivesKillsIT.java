package workspace.chats.system;

import static org.assertj.core.api.Assertions.assertThat;
import static workspace.chats.system.ChatRequest.email;
import static workspace.chats.system.ChatRequest.sms;
import static workspace.chats.system.ChatRequest.voice;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Kill -9 of any one process while chats are being created: every chat gets its outcome, and nobody
 * gets anything twice.
 */
class SurvivesKillsIT {

    private static final Duration UNTIL_SETTLED = Duration.ofSeconds(150);

    private final RunningSystem system = RunningSystem.get();
    private final Workspace demo = system.workspace("demo");
    private final Operator operator = demo.as("operator");
    private final Workspace.Member patient = demo.member("member");
    private final Phones phones = system.phones();
    private final Judge judge = new Judge(system);
    private final String round = UUID.randomUUID().toString();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chat-api",
                "assignment-service",
                "channel-dispatcher",
                "voice-caller",
                "kafka",
                "postgres"
            })
    void noChatIsLostAndNobodyIsToldTwice(String process) {
        system.up();
        Eventually.within(UNTIL_SETTLED, "a quiet start", judge::findsNothingPending);
        var callsBefore = phones.callsTo(patient.phone());
        var load = Load.of(20, operator, this::request);
        try (load) {
            load.goesOnFor(40);
            system.kill(process);
            system.up();
            load.goesOnFor(40);
        }

        Eventually.within(UNTIL_SETTLED, "everything settled", judge::findsNothingPending);
        judge.findsAll(load.acknowledged());
        judge.findsEveryMessageExplained(round);
        judge.findsEveryCallExplained(round, phones.callsTo(patient.phone()) - callsBefore);
    }

    private ChatRequest request(int number) {
        var text = round + " " + number;
        return switch (number % 4) {
            case 0 -> email().to(patient).from(demo.inbox("frontdesk")).saying(text);
            case 1 -> voice().to(patient).running(demo.workflow("intake")).titled(text);
            default -> sms().to(patient).from(demo.number("main")).saying(text);
        };
    }

    /** The four databases against what phones and mailboxes received. */
    private record Judge(RunningSystem system) {

        void findsNothingPending() {
            var api = system.tables("chat-api");
            assertThat(
                            api.count(
                                    "select count(*) from message where status in ('pending', 'deferred', 'unknown')"))
                    .as("messages without an outcome")
                    .isZero();
            assertThat(
                            api.count(
                                    "select count(*) from phone_call where status in ('pending', 'unknown')"))
                    .as("calls without an outcome")
                    .isZero();
            assertThat(api.count("select count(*) from chat where assignment_status = 'pending'"))
                    .as("assignments without an answer")
                    .isZero();
            for (var service :
                    new String[] {
                        "chat-api", "assignment-service", "channel-dispatcher", "voice-caller"
                    }) {
                assertThat(system.tables(service).count("select count(*) from outbox"))
                        .as("events of %s that Kafka does not have", service)
                        .isZero();
            }
        }

        void findsAll(Iterable<String> chats) {
            var known = system.tables("chat-api").texts("select id::text from chat");
            assertThat(known).as("acknowledged chats").containsAll(chats);
        }

        /**
         * An accepted message was received once; one of unknown fate, at most once; there are no
         * others.
         */
        void findsEveryMessageExplained(String round) {
            var received = system.received();
            assertThat(messages("status = 'accepted'", round))
                    .isNotEmpty()
                    .allSatisfy(text -> assertThat(received).as(text).containsEntry(text, 1L));
            assertThat(messages("reason = 'outcome_unknown'", round))
                    .allSatisfy(text ->
                            assertThat(received.getOrDefault(text, 0L)).as(text).isLessThan(2));
            assertThat(
                            messages(
                                    "status <> 'accepted' and reason is distinct from 'outcome_unknown'",
                                    round))
                    .isEmpty();
        }

        void findsEveryCallExplained(String round, long placed) {
            var accepted = calls("c.status = 'accepted'", round);
            var unknown = calls("c.reason = 'outcome_unknown'", round);
            assertThat(accepted).isPositive();
            assertThat(placed).as("calls placed").isBetween(accepted, accepted + unknown);
            assertThat(calls("true", round)).as("calls in all").isEqualTo(accepted + unknown);
        }

        private List<String> messages(String condition, String round) {
            return system.tables("chat-api")
                    .texts(
                            "select text from message where text like '"
                                    + round
                                    + "%' and "
                                    + condition);
        }

        private long calls(String condition, String round) {
            return system.tables("chat-api")
                    .count(
                            "select count(*) from phone_call c join chat using (workspace_id) where chat.id = c.chat_id"
                                    + " and chat.title like '"
                                    + round
                                    + "%' and "
                                    + condition);
        }
    }
}
