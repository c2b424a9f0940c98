package workspace.chats.api.chat.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import workspace.chats.api.outcome.Publisher;
import workspace.chats.api.testing.Announced;
import workspace.chats.api.testing.Announced.Told;
import workspace.chats.api.testing.Answer;
import workspace.chats.api.testing.DemoWorkspace;
import workspace.chats.api.testing.RunningApi;
import workspace.chats.events.ChatEvent.ChatUpdated;
import workspace.chats.events.Confidential;
import workspace.chats.events.DispatchEvent.MessageFailed;
import workspace.chats.events.EventType;
import workspace.chats.events.ReasonCode;
import workspace.chats.messaging.seal.SealContext;
import workspace.chats.messaging.seal.Sealer;

class UpdateChatIT {

    private static final RunningApi api = RunningApi.get();

    private final DemoWorkspace workspace = new DemoWorkspace();
    private final UUID owner = workspace.human(null, null);
    private final JdbcClient sql = JdbcClient.create(RunningApi.DATABASE.owner());
    private final Answer created =
            api.post(
                    workspace.chats(),
                    owner.toString(),
                    "{\"channel\": \"web-chat\", \"title\": \"Knee\", \"metadata\": {\"a\": \"1\"}}");
    private final UUID chat = UUID.fromString(created.at("/id"));
    private final String place = created.header("Location");

    @Test
    void changesWhatIsGiven_andKeepsTheRest() {
        var site = workspace.site();
        var chatModel = workspace.model("chat");
        var voiceModel = workspace.model("realtime");
        var before = shown();
        var edited =
                put(
                        """
                        {"title": "Hip", "archived": true, "paused": true, "needsResponse": true, "siteId": "%s",
                         "assistantChatModelId": "%s", "assistantRealtimeModelId": "%s", "metadata": {"b": "2"}}
                        """
                                .formatted(site, chatModel, voiceModel));

        assertThat(edited.status()).as(edited.text()).isEqualTo(200);
        assertThat(edited.at("/title")).isEqualTo("Hip");
        assertThat(edited.at("/archived")).isEqualTo("true");
        assertThat(edited.at("/paused")).isEqualTo("true");
        assertThat(edited.at("/needsResponse")).isEqualTo("true");
        assertThat(edited.at("/assistantChatModelId")).isEqualTo(chatModel.toString());
        assertThat(edited.at("/assistantRealtimeModelId")).isEqualTo(voiceModel.toString());
        assertThat(edited.at("/siteId")).isEqualTo(site.toString());
        assertThat(edited.json().at("/metadata").toString()).isEqualTo("{\"b\":\"2\"}");
        assertThat(edited.header("ETag")).isNotEqualTo(before.header("ETag"));
        assertThat(Instant.parse(edited.at("/updatedAt")))
                .isAfter(Instant.parse(before.at("/updatedAt")));
        assertThat(shown().text()).isEqualTo(edited.text());
        assertThat(shown().header("ETag")).isEqualTo(edited.header("ETag"));

        var again = put("{\"paused\": false}");
        assertThat(again.at("/paused")).isEqualTo("false");
        assertThat(again.at("/title")).isEqualTo("Hip");
        assertThat(again.at("/createdAt")).isEqualTo(created.at("/createdAt"));
    }

    @Test
    void clearsWhatIsNull() {
        put("{\"siteId\": \"%s\"}".formatted(workspace.site()));
        var cleared = put("{\"title\": null, \"siteId\": null, \"metadata\": null}");

        assertThat(cleared.status()).isEqualTo(200);
        assertThat(cleared.json().propertyNames()).doesNotContain("title", "siteId");
        assertThat(cleared.json().at("/metadata").toString()).isEqualTo("{}");
        assertThat(shown().text()).isEqualTo(cleared.text());
    }

    @Test
    void tellsTheOthersOnce_withNothingPersonalInTheOpen() {
        var edited = put("{\"title\": \"Hip\", \"needsResponse\": true}");

        var told = told();
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().sequence()).isEqualTo(2);
        var event = told.getFirst().event();
        assertThat(event.needsResponse()).isTrue();
        assertThat(event.archived()).isFalse();
        assertThat(event.updatedAt()).isEqualTo(edited.at("/updatedAt"));
        assertThat(opened(told.getFirst()))
                .isEqualTo(new Confidential("Hip", Map.of("a", "1"), null, null));

        put("{\"title\": null, \"metadata\": null}");
        assertThat(told().getLast().event().sealed()).isNull();
        assertThat(told().getLast().sequence()).isEqualTo(3);
    }

    @Test
    void saysNothing_whenNothingChanges() {
        var before = shown();
        for (var same :
                List.of(
                        "{}",
                        "{\"title\": \"Knee\", \"metadata\": {\"a\": \"1\"}, \"paused\": false}")) {
            var answer = put(same);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text()).isEqualTo(before.text());
            assertThat(answer.header("ETag")).isEqualTo(before.header("ETag"));
        }
        assertThat(told()).isEmpty();
        assertThat(version()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"channel\": \"email\"} | channel unknown_field",
                "{\"secret\": 1} | secret unknown_field",
                "{\"archived\": null} | archived required",
                "{\"paused\": null} | paused required",
                "{\"needsResponse\": null} | needsResponse required",
                "{\"assistantEnabled\": null} | assistantEnabled required",
                "{\"archived\": \"yes\"} | archived wrong_type",
                "{\"title\": 7} | title wrong_type",
                "{\"title\": \"a\\nb\"} | title control_character",
                "{\"siteId\": \"x\"} | siteId malformed_id",
                "{\"siteId\": \"00000000-0000-7000-8000-000000000000\"} | siteId unknown",
                "{\"assistantChatModelId\": \"00000000-0000-7000-8000-000000000000\"} | assistantChatModelId unknown",
                "{\"assistantRealtimeModelId\": \"00000000-0000-7000-8000-000000000000\"} | assistantRealtimeModelId unknown",
                "{\"metadata\": {\"a\": 1}} | metadata wrong_type",
                "{\"metadata\": []} | metadata wrong_type",
                "[] | $ wrong_type",
                "{ | $ malformed_json"
            })
    void refusesWhatIsWrong_andChangesNothing(String body, String error) {
        var before = shown();
        var refused = put(body);
        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.at("/errors/0/field") + " " + refused.at("/errors/0/code"))
                .isEqualTo(error);
        assertThat(shown().text()).isEqualTo(before.text());
        assertThat(told()).isEmpty();
    }

    @Test
    void refusesEverythingTogether_alsoModelsOfTheWrongKind() {
        var refused =
                put(
                        """
                        {"title": "%s", "paused": null, "assistantChatModelId": "%s", "assistantRealtimeModelId": "%s"}
                        """
                                .formatted(
                                        "t".repeat(201),
                                        workspace.model("realtime"),
                                        new DemoWorkspace().model("realtime")));
        assertThat(refused.json().at("/errors").valueStream().map(e -> e.at("/field").asString()))
                .containsExactlyInAnyOrder(
                        "title", "paused", "assistantChatModelId", "assistantRealtimeModelId");
    }

    @Test
    void knowsOnlyActiveAssistantsOfThisWorkspace() {
        var retired = workspace.assistant();
        workspace.deactivate(retired);
        var others = new DemoWorkspace().assistant();
        for (var nobody : List.of(retired, others, owner, UUID.randomUUID())) {
            var refused = put("{\"assistantMemberId\": \"%s\"}".formatted(nobody));
            assertThat(refused.status()).isEqualTo(404);
            assertThat(refused.at("/errors/0/field")).isEqualTo("assistantMemberId");
        }
        assertThat(told()).isEmpty();
    }

    @Test
    void seatsAnAssistantOnce_andKeepsTheOneBefore() {
        var first = workspace.assistant();
        var second = workspace.assistant();
        var seated = put("{\"assistantMemberId\": \"%s\"}".formatted(first));
        assertThat(seated.at("/participants/1/memberId")).isEqualTo(first.toString());
        assertThat(seated.at("/participants/1/role")).isEqualTo("assistant");

        put("{\"assistantMemberId\": \"%s\"}".formatted(second));
        put("{\"assistantMemberId\": \"%s\"}".formatted(first));
        var last = put("{\"assistantEnabled\": false}");
        assertThat(last.at("/assistantMemberId")).isEqualTo(first.toString());
        assertThat(
                        last.json()
                                .at("/participants")
                                .valueStream()
                                .map(p -> p.at("/memberId").asString()))
                .containsExactly(owner.toString(), first.toString(), second.toString());
        assertThat(shown().text()).isEqualTo(last.text());
    }

    @Test
    void needsAScopeForOthersChats() {
        var body = "{\"title\": \"Hip\"}";
        var reader = workspace.human(null, null, "chats:read").toString();
        var writer = workspace.human(null, null, "chats:write").toString();
        var nobody = workspace.human(null, null).toString();
        assertThat(api.put(place, reader, body).status()).isEqualTo(403);
        assertThat(api.put(place, nobody, body).text()).isEqualTo(api.get(place, nobody).text());
        assertThat(api.put(place, nobody, "{\"secret\": 1}").status()).isEqualTo(404);
        assertThat(api.put(place.replace(chat.toString(), "x"), writer, body).status())
                .isEqualTo(404);
        assertThat(shown().at("/title")).isEqualTo("Knee");
        assertThat(api.put(place, writer, body).status()).isEqualTo(200);
    }

    @Test
    void editsOnlyTheVersionThatItsCallerSaw() {
        var seen = shown().header("ETag");
        assertThat(put("{\"title\": \"Hip\"}", "If-Match", seen).status()).isEqualTo(200);

        var late = put("{\"title\": \"Toe\"}", "If-Match", seen);
        assertThat(late.status()).isEqualTo(412);
        assertThat(put("{\"title\": \"Toe\"}", "If-Match", "W/" + shown().header("ETag")).status())
                .isEqualTo(412);
        assertThat(shown().at("/title")).isEqualTo("Hip");
        assertThat(put("{\"title\": \"Toe\"}", "If-Match", "*").status()).isEqualTo(200);
        assertThat(told()).hasSize(2);
    }

    @Test
    void letsExactlyOneWin_whenManyEditTheSameVersion() {
        var seen = shown().header("ETag");
        var answers = atOnce(12, i -> put("{\"title\": \"Title " + i + "\"}", "If-Match", seen));

        assertThat(answers).filteredOn(a -> a.status() == 200).hasSize(1);
        assertThat(answers).filteredOn(a -> a.status() == 412).hasSize(11);
        var winner = answers.stream().filter(a -> a.status() == 200).findFirst().orElseThrow();
        assertThat(shown().text()).isEqualTo(winner.text());
        assertThat(told()).hasSize(1);
    }

    @Test
    void losesNothing_whenManyEditDifferentThings() {
        var answers =
                atOnce(
                        8,
                        i ->
                                put(
                                        switch (i % 4) {
                                            case 0 -> "{\"title\": \"T\"}";
                                            case 1 -> "{\"archived\": true}";
                                            case 2 -> "{\"paused\": true}";
                                            default -> "{\"metadata\": {\"m\": \"1\"}}";
                                        }));
        assertThat(answers).allMatch(a -> a.status() == 200);
        var now = shown();
        assertThat(
                        now.at("/title")
                                + now.at("/archived")
                                + now.at("/paused")
                                + now.at("/metadata/m"))
                .isEqualTo("Ttruetrue1");
        assertThat(told().stream().map(Told::sequence)).containsExactly(2L, 3L, 4L, 5L);
    }

    @Test
    void losesNoOutcome_thatComesWhileItIsEdited() {
        int outcomes = 40;
        var messages = IntStream.range(0, outcomes).mapToObj(i -> pendingMessage()).toList();
        try (var publisher = new Publisher()) {
            var reports =
                    CompletableFuture.runAsync(
                            () -> messages.forEach(message -> publisher.publish(failed(message))),
                            Thread::startVirtualThread);
            var edits =
                    atOnce(
                            4,
                            i ->
                                    IntStream.range(0, 25)
                                            .mapToObj(n ->
                                                    put("{\"title\": \"%d %d\"}".formatted(i, n)))
                                            .filter(a -> a.status() != 200)
                                            .count());
            reports.join();
            assertThat(edits).containsOnly(0L);
        }
        await().untilAsserted(() ->
                assertThat(shown().at("/messageCounts/failed")).isEqualTo("" + outcomes));

        assertThat(shown().at("/needsResponse")).isEqualTo("true");
        assertThat(shown().header("ETag"))
                .isEqualTo("\"102\""); // the first of them set needsResponse
        assertThat(version()).isEqualTo(1 + 100 + outcomes);
        assertThat(told()).hasSize(100);
        assertThat(told().stream().map(Told::sequence)).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void doesNotTakeAwayThatAFailureNeedsAResponse_fromWhatWasLookedAtBefore() {
        var lookedAt = shown();
        try (var publisher = new Publisher()) {
            publisher.publish(failed(pendingMessage()));
        }
        await().untilAsserted(() -> assertThat(shown().at("/needsResponse")).isEqualTo("true"));

        var saved = put("{\"needsResponse\": false}", "If-Match", lookedAt.header("ETag"));

        assertThat(saved.status()).isEqualTo(412);
        assertThat(shown().at("/needsResponse")).isEqualTo("true");
        var anew = put("{\"needsResponse\": false}", "If-Match", shown().header("ETag"));
        assertThat(anew.status()).isEqualTo(200);
    }

    private static <T> List<T> atOnce(int callers, IntFunction<T> call) {
        var start = new CountDownLatch(1);
        var answers =
                IntStream.range(0, callers)
                        .mapToObj(i ->
                                CompletableFuture.supplyAsync(
                                        () -> {
                                            awaitStart(start);
                                            return call.apply(i);
                                        },
                                        Thread::startVirtualThread))
                        .toList();
        start.countDown();
        return answers.stream().map(CompletableFuture::join).toList();
    }

    private static void awaitStart(CountDownLatch start) {
        try {
            start.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private UUID pendingMessage() {
        var message = UUID.randomUUID();
        sql.sql(
                        """
                        insert into message (workspace_id, id, chat_id, direction, text, status, created_at, updated_at)
                        values (?, ?, ?, 'outbound', 'Hello', 'pending', now(), now())
                        """)
                .params(workspace.id(), message, chat)
                .update();
        return message;
    }

    private MessageFailed failed(UUID message) {
        return new MessageFailed(
                workspace.id(),
                chat,
                message,
                1,
                ReasonCode.RECIPIENT_INVALID,
                null,
                Instant.now());
    }

    private List<Told<ChatUpdated>> told() {
        return Announced.about(chat, EventType.CHAT_UPDATED, ChatUpdated.class);
    }

    private Confidential opened(Told<ChatUpdated> told) {
        return api.bean(Sealer.class)
                .open(
                        new SealContext(told.id(), EventType.CHAT_UPDATED, workspace.id(), chat),
                        Objects.requireNonNull(told.event().sealed()));
    }

    private long version() {
        return sql.sql("select version from chat where workspace_id = ? and id = ?")
                .params(workspace.id(), chat)
                .query(Long.class)
                .single();
    }

    @Test
    void standsInTheTimeline_withWhoDidIt_andNotWhenNothingChanged() {
        put("{\"title\": \"Hip\"}");
        put("{\"title\": \"Hip\"}");

        var steps = api.get(place + "/timeline", owner.toString()).json().at("/items");
        assertThat(steps.size()).isEqualTo(2);
        assertThat(steps.at("/1/what").asString()).isEqualTo("chat_updated");
        assertThat(steps.at("/1/memberId").asString()).isEqualTo(owner.toString());
    }

    private Answer shown() {
        return api.get(place, owner.toString());
    }

    private Answer put(String body, String... headers) {
        return api.put(place, owner.toString(), body, headers);
    }
}
