package workspace.chats.api.chat.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import workspace.chats.api.access.Caller;
import workspace.chats.api.body.Parameters;
import workspace.chats.api.testing.DemoWorkspace;
import workspace.chats.api.testing.RunningApi;
import workspace.chats.messaging.wall.OpenWorkspaces;

/**
 * How long a list takes over HTTP among a million chats, of a gateway that has served a thousand of
 * them: each kind 200 times, one after the other, after ten that do not count; and how PostgreSQL
 * finds its page and its total. Not part of the tests: {@code ./chats bench List} runs it.
 */
class ListBenchmark {

    private static final int TIMES = 200;
    private static final int WARM_UPS = 10;
    private static final int SERVED_BEFORE = 1_000;
    private static final int FULL_PAGE = 50;

    private final RunningApi api = RunningApi.get();
    private final ManyChats chats = ManyChats.aMillion();

    @Test
    void listsAmongAMillionChats() {
        var one = chats.members().get(17);
        serve();
        measure("a member's own", i -> chats.members().get(i), "");
        measure("a member's own", i -> chats.members().get(i), "needsResponse=true");
        measure("own of one with 35,000", i -> chats.busy(), "");
        measure("own of one with 35,000", i -> chats.busy(), "archived=true");
        measure("own of one with 35,000", i -> chats.busy(), "channel=email&archived=false");
        for (var query :
                List.of(
                        "",
                        "page=200",
                        "needsResponse=true",
                        "archived=false",
                        "isTest=true",
                        "channel=email",
                        "chatType=visit",
                        "memberId=" + one,
                        "assistantMemberId=" + chats.assistant(),
                        "workflowId=" + chats.workflow(),
                        "channel=email&needsResponse=true",
                        "createdAfter=2025-03-01T00:00:00Z&createdBefore=2025-03-02T00:00:00Z",
                        "search=r123",
                        "search=patient+69999",
                        "search=shoulder",
                        "sortBy=updatedAt",
                        "sortBy=title&sortOrder=asc",
                        "pageSize=1000")) {
            measure("everybody's", i -> chats.reader(), query);
        }
    }

    /** Full pages, in a workspace of its own, whose allowance that is. */
    private void serve() {
        var elsewhere = new DemoWorkspace();
        var member = elsewhere.human(null, null).toString();
        IntStream.range(0, FULL_PAGE).forEach(i -> create(elsewhere, member));
        IntStream.range(0, SERVED_BEFORE)
                .forEach(i ->
                        assertThat(api.get(elsewhere.chats(), member).status()).isEqualTo(200));
    }

    private void create(DemoWorkspace where, String member) {
        var created = api.post(where.chats(), member, "{\"channel\": \"web-chat\"}");
        assertThat(created.status()).as(created.text()).isEqualTo(201);
    }

    private void measure(String kind, IntFunction<UUID> who, String query) {
        IntStream.range(0, WARM_UPS).forEach(i -> milliseconds(who.apply(i), query));
        var sorted =
                IntStream.range(0, TIMES)
                        .mapToDouble(i -> milliseconds(who.apply(i), query))
                        .sorted()
                        .toArray();
        System.out.printf(
                "Measured: list, %s, %s: p50 %.1f ms, p95 %.1f ms, p99 %.1f ms%n",
                kind,
                shown(query),
                sorted[TIMES / 2],
                sorted[TIMES * 95 / 100],
                sorted[TIMES * 99 / 100]);
        OpenWorkspaces.runWith(List.of(chats.workspace().id()), () -> explain(who.apply(0), query));
    }

    private double milliseconds(UUID who, String query) {
        var start = System.nanoTime();
        var answer = api.get(chats.workspace().chats() + "?" + query, who.toString());
        var took = (System.nanoTime() - start) / 1e6;
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return took;
    }

    private void explain(UUID who, String query) {
        var request = ListReader.read(new Parameters(parameters(query)));
        var scopes = who.equals(chats.reader()) ? Set.of("chats:read") : Set.<String>of();
        var caller = new Caller(chats.workspace().id(), who, scopes);
        var transaction = api.bean(TransactionTemplate.class);
        var selection =
                Objects.requireNonNull(
                        transaction.execute(
                                _ -> api.bean(ListedChats.class).select(caller, request.filter())));
        var page = Map.<String, Object>of("size", request.pageSize(), "offset", request.offset());
        plan("page", selection.page(request.order()), selection, page);
        plan("total", selection.counted(), selection, Map.of("most", Total.COUNTED_AT_MOST));
    }

    private void plan(String what, String sql, Selection selection, Map<String, Object> more) {
        var lines =
                api.bean(TransactionTemplate.class)
                        .execute(transaction ->
                                api.bean(JdbcClient.class)
                                        .sql(
                                                "explain (analyze, costs off, buffers off,"
                                                        + " summary off) "
                                                        + sql)
                                        .params(selection.parameters())
                                        .params(more)
                                        .query(String.class)
                                        .list());
        assertThat(lines).isNotEmpty();
        lines.stream()
                .filter(line ->
                        !line.contains("Planning") && !line.contains(" Cond: (workspace_id"))
                .forEach(line -> System.out.println("Measured:   " + what + ": " + line));
    }

    private static String shown(String query) {
        return query.isEmpty() ? "no filter" : query.replaceAll("=[0-9a-f-]{36}", "=...");
    }

    private static Map<String, String[]> parameters(String query) {
        var parameters = new HashMap<String, String[]>();
        Arrays.stream(query.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .forEach(pair -> parameters.put(pair[0], new String[] {pair[1].replace('+', ' ')}));
        return parameters;
    }
}
