package workspace.chats.system.faults;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import workspace.chats.system.Http;
import workspace.chats.system.Json;
import workspace.chats.system.RunningSystem;
import workspace.chats.system.Tables;
import workspace.chats.system.TopicLog;
import workspace.chats.system.history.Fact;

/** What there is of one workspace: in the four databases, on the topics, and with the providers. */
record Snapshot(RunningSystem system, Site site) {

    private static final List<String> SERVICES =
            List.of("chat-api", "assignment-service", "channel-dispatcher", "voice-caller");
    private static final List<String> LEDGERS = List.of("channel-dispatcher", "voice-caller");

    List<Fact.Found> take() {
        return Stream.of(
                        chats(),
                        messages(),
                        calls(),
                        effects(),
                        assignments(),
                        unsent(),
                        events(),
                        received())
                .flatMap(found -> found)
                .<Fact.Found>map(found -> found)
                .toList();
    }

    /** How many things still have no end. */
    long unfinished() {
        return count("chat-api", "message", "status in ('pending', 'deferred', 'unknown')")
                + count("chat-api", "phone_call", "status in ('pending', 'unknown')")
                + count("chat-api", "chat", "assignment_status = 'pending'")
                + LEDGERS.stream().mapToLong(this::unfinishedEffects).sum()
                + undelivered();
    }

    /** How many events wait for Kafka. */
    long undelivered() {
        return SERVICES.stream().mapToLong(service -> count(service, "outbox", "true")).sum();
    }

    /** How many attempts somebody has in hand. */
    long underWay() {
        return LEDGERS.stream()
                .mapToLong(
                        service -> count(service, "effect", "state in ('claimed', 'submitting')"))
                .sum();
    }

    private long unfinishedEffects(String service) {
        return count(
                service,
                "effect",
                "state in ('planned', 'deferred', 'claimed', 'submitting', 'unknown')");
    }

    private long count(String service, String table, String condition) {
        return system.tables(service).count(own("count(*)", table) + " and " + condition);
    }

    private Stream<Fact.Chat> chats() {
        return rows(
                "chat-api",
                own("id, coalesce(title, ''), coalesce(assignment_status, '')", "chat"),
                row -> new Fact.Chat(row.getString(1), row.getString(2), row.getString(3)));
    }

    private Stream<Fact.Message> messages() {
        return rows(
                "chat-api",
                """
                select t.id, t.chat_id, case c.channel when 'email' then 'email' when 'phone-sms' then 'sms' else 'none' end,
                       coalesce(case c.channel when 'email' then m.email else m.phone end, ''),
                       t.text, t.status, coalesce(t.reason, ''), t.attempt
                  from message t
                  join chat c on c.workspace_id = t.workspace_id and c.id = t.chat_id
                  left join member m on m.workspace_id = c.workspace_id and m.id = c.member_id
                 where t.workspace_id = '%s'
                """
                        .formatted(site.id()),
                row ->
                        new Fact.Message(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                row.getString(7),
                                row.getInt(8)));
    }

    private Stream<Fact.Call> calls() {
        return rows(
                "chat-api",
                """
                select p.id, p.chat_id, m.phone, p.status, coalesce(p.reason, ''), p.attempt
                  from phone_call p
                  join chat c on c.workspace_id = p.workspace_id and c.id = p.chat_id
                  join member m on m.workspace_id = c.workspace_id and m.id = c.member_id
                 where p.workspace_id = '%s'
                """
                        .formatted(site.id()),
                row ->
                        new Fact.Call(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getInt(6)));
    }

    private Stream<Fact.Effect> effects() {
        return LEDGERS.stream()
                .flatMap(service ->
                        rows(
                                service,
                                own(
                                        "subject_id, chat_id, attempt, state, coalesce(reason, ''),"
                                                + " simulated",
                                        "effect"),
                                row -> effect(service, row)));
    }

    private static Fact.Effect effect(String service, ResultSet row) throws SQLException {
        return new Fact.Effect(
                service,
                row.getString(1),
                row.getString(2),
                row.getInt(3),
                row.getString(4),
                row.getString(5),
                row.getBoolean(6));
    }

    private Stream<Fact.Assignment> assignments() {
        return rows(
                "assignment-service",
                own("id, chat_id", "assignment"),
                row -> new Fact.Assignment(row.getString(1), row.getString(2)));
    }

    private Stream<Fact.Unsent> unsent() {
        return SERVICES.stream()
                .flatMap(service ->
                        rows(
                                service,
                                own("id, aggregateid", "outbox"),
                                row ->
                                        new Fact.Unsent(
                                                service, row.getString(1), row.getString(2))));
    }

    private Stream<Fact.Found> events() {
        return system.topics().everything().stream()
                .filter(entry -> site.id().equals(entry.headers().get("workspaceid")))
                .map(Snapshot::event);
    }

    private static Fact.Found event(TopicLog.Entry entry) {
        var id = entry.headers().getOrDefault("ce_id", "");
        return entry.topic().endsWith(".dlt")
                ? new Fact.DeadLetter(
                        entry.topic(),
                        entry.key(),
                        id,
                        entry.headers().getOrDefault("dead-letter-code", ""))
                : new Fact.Published(
                        entry.topic(),
                        entry.partition(),
                        entry.offset(),
                        entry.key(),
                        id,
                        entry.headers().getOrDefault("ce_type", ""),
                        subject(entry),
                        Long.parseLong(entry.headers().getOrDefault("sequence", "-1")));
    }

    /** A chat's own events count its versions, a ledger's those of an attempt. */
    private static String subject(TopicLog.Entry entry) {
        if (entry.topic().equals("chat.events")) {
            return entry.key();
        }
        var value = Json.read(entry.value());
        return Stream.of("messageId", "callId", "assignmentId")
                        .map(value::path)
                        .filter(JsonNode::isString)
                        .map(JsonNode::asString)
                        .findFirst()
                        .orElseGet(entry::key)
                + "#"
                + value.path("attempt").asInt(0);
    }

    /**
     * What reached phones and mailboxes from our senders, and what reads like ours from whomever,
     * in the order in which it did.
     */
    Stream<Fact.Received> received() {
        var journal = Http.get(system.url("twilioUrl") + "/_sim/journal", Map.of()).body();
        var letters = Http.get(system.url("mailUrl") + "/messages", Map.of()).body();
        var ours = messages().map(Fact.Message::mark).collect(Collectors.toSet());
        return Stream.of(
                        received("sms", journal.path("messages"), "body", site.number(), ours),
                        received("call", journal.path("calls"), "to", site.number(), Set.of()),
                        received("email", letters, "text", site.inbox(), ours))
                .flatMap(found -> found);
    }

    private static Stream<Fact.Received> received(
            String medium, JsonNode journal, String mark, String sender, Set<String> ours) {
        return journal.valueStream()
                .map(entry -> new Copy(entry.path("from").asString(""), of(medium, entry, mark)))
                .filter(copy ->
                        copy.from().contains(sender) || ours.contains(copy.received().mark()))
                .map(Copy::received);
    }

    private record Copy(String from, Fact.Received received) {}

    private static Fact.Received of(String medium, JsonNode entry, String mark) {
        return new Fact.Received(
                medium,
                entry.path("to").asString(""),
                entry.path(mark).asString("").strip(),
                entry.path("at").asLong(0));
    }

    private <T> Stream<T> rows(String service, String query, Tables.Reading<T> reading) {
        return system.tables(service).rows(query, reading).stream();
    }

    private String own(String columns, String table) {
        return "select %s from %s where workspace_id = '%s'".formatted(columns, table, site.id());
    }
}
