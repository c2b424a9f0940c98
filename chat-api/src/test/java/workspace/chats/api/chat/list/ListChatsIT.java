package workspace.chats.api.chat.list;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManagerFactory;
import java.net.URLEncoder;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import workspace.chats.api.testing.Answer;
import workspace.chats.api.testing.DemoWorkspace;
import workspace.chats.api.testing.RunningApi;

class ListChatsIT {

    private static final RunningApi api = RunningApi.get();

    private final DemoWorkspace workspace = new DemoWorkspace();
    private final UUID reader = workspace.human(null, null, "chats:read");
    private final UUID member = workspace.human(null, null);
    private final UUID other = workspace.human(null, null);
    private final JdbcClient sql = JdbcClient.create(RunningApi.DATABASE.owner());

    @Test
    void showsTheNewestFirst_eachAsItIsShownAlone() {
        var plain = create(member, "\"channel\": \"web-chat\", \"title\": \"Knee\"");
        var failed =
                create(
                        member,
                        "\"channel\": \"phone-sms\", \"assistantEnabled\": false, \"initialMessage\": \"Hello\"");
        workspace.defaultAssistant();
        var workflow = workspace.workflow(null, null, null);
        var called =
                create(
                        member,
                        "\"channel\": \"phone-voice\", \"workflowId\": \"" + workflow + "\"");

        var list = list(reader, "");
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.json().propertyNames())
                .containsExactly("items", "total", "totalIsExact", "page", "pageSize");
        assertThat(ids(list)).containsExactly(called, failed, plain);
        list.json()
                .at("/items")
                .forEach(item -> assertThat(item).isEqualTo(shown(item.at("/id").asString())));
        assertThat(list.at("/items/0/call/status")).isEqualTo("failed");
        assertThat(list.at("/items/1/initialMessageError")).isEqualTo("missing_phone_number");
    }

    @Test
    void givesOnePageAfterTheOther_andNothingPastTheEnd() {
        var chats =
                IntStream.range(0, 5)
                        .mapToObj(i -> create(member, "\"channel\": \"web-chat\""))
                        .toList()
                        .reversed();

        assertThat(ids(list(reader, "pageSize=2"))).isEqualTo(chats.subList(0, 2));
        assertThat(ids(list(reader, "pageSize=2&page=2"))).isEqualTo(chats.subList(2, 4));
        assertThat(ids(list(reader, "pageSize=2&page=3"))).isEqualTo(chats.subList(4, 5));
        var beyond = list(reader, "page=2147483647&pageSize=1000");
        assertThat(beyond.text())
                .isEqualTo(
                        "{\"items\":[],\"total\":5,\"totalIsExact\":true,\"page\":2147483647,\"pageSize\":1000}");
        assertThat(list(reader, "").at("/pageSize")).isEqualTo("50");
        assertThat(list(reader, "").at("/page")).isEqualTo("1");
    }

    @Test
    void showsOnlyOnesOwn_withoutAScope() {
        var owned = create(member, "\"channel\": \"web-chat\"");
        var received = create(other, "\"channel\": \"web-chat\", \"memberId\": \"" + member + "\"");
        var invited =
                create(
                        other,
                        "\"channel\": \"web-chat\", \"participants\": [{\"memberId\": \""
                                + member
                                + "\"}]");
        var hidden = create(other, "\"channel\": \"web-chat\"");
        var admin = workspace.human(null, null, "workspace:admin");
        var own = create(admin, "\"channel\": \"web-chat\"");

        assertThat(ids(list(member, ""))).containsExactly(invited, received, owned);
        assertThat(list(member, "").at("/total")).isEqualTo("3");
        assertThat(ids(list(member, "memberId=" + other))).containsExactly(invited);
        assertThat(ids(list(reader, ""))).containsExactly(own, hidden, invited, received, owned);
        assertThat(ids(list(admin, "mine=true"))).containsExactly(own);
        assertThat(ids(list(admin, "mine=false"))).hasSize(5);
        assertThat(ids(list(workspace.human(null, null, "members:read"), ""))).isEmpty();
    }

    @Test
    void showsNothingOfAnotherWorkspace() {
        var stranger = new DemoWorkspace();
        var theirs = stranger.human(null, null, "workspace:admin");
        var workflow = stranger.workflow(null, null, null);
        api.post(
                stranger.chats(),
                theirs.toString(),
                "{\"channel\": \"web-chat\", \"workflowId\": \"%s\"}".formatted(workflow));
        create(member, "\"channel\": \"web-chat\"");

        for (var filter :
                List.of(
                        "memberId=" + theirs,
                        "assistantMemberId=" + theirs,
                        "workflowId=" + workflow)) {
            var list = list(reader, filter);
            assertThat(list.status()).isEqualTo(400);
            assertThat(list.text())
                    .isEqualTo(
                            list(reader, filter.replaceAll("=.*", "=" + UUID.randomUUID())).text())
                    .contains("\"code\":\"unknown\"");
        }
        assertThat(api.get(stranger.chats(), reader.toString()).status()).isEqualTo(404);
        assertThat(ids(api.get(stranger.chats(), theirs.toString()))).hasSize(1);
    }

    @Test
    void stillFindsTheChatsOfWhoHasLeft() {
        var chat = create(other, "\"channel\": \"web-chat\"");
        workspace.deactivate(other);
        assertThat(ids(list(reader, "memberId=" + other))).containsExactly(chat);
        assertThat(ids(list(reader, "assistantMemberId=" + other))).isEmpty();
    }

    @Test
    void filtersByEveryProperty() {
        var assistant = workspace.assistant();
        var workflow = workspace.workflow(null, null, null);
        var patient = workspace.human(null, null);
        var plain = create(member, "\"channel\": \"web-chat\", \"assistantEnabled\": false");
        var special =
                create(
                        member,
                        """
                        "channel": "email", "chatType": "visit", "memberId": "%s", "assistantMemberId": "%s",
                        "workflowId": "%s", "isTest": true
                        """
                                .formatted(patient, assistant, workflow));
        edit(special, "\"archived\": true, \"needsResponse\": true");

        for (var filter : List.of("archived", "needsResponse", "isTest")) {
            assertFinds(filter + "=true", special);
            assertFinds(filter + "=false", plain);
        }
        assertFinds("channel=email", special);
        assertFinds("channel=web-chat", plain);
        assertFinds("channel=phone-sms");
        assertFinds("chatType=visit", special);
        assertFinds("chatType=simple", plain);
        assertFinds("chatType=dm");
        assertFinds("memberId=" + patient, special);
        assertFinds("memberId=" + member, plain);
        assertFinds("assistantMemberId=" + assistant, special);
        assertFinds("workflowId=" + workflow, special);
        assertFinds("archived=true&channel=email&isTest=true&workflowId=" + workflow, special);
        assertFinds("archived=true&channel=web-chat");
        assertThat(ids(list(member, "archived=true&search="))).containsExactly(special);
    }

    /** Whoever takes part has copies of some of a chat's columns. */
    @Test
    void findsAChatByWhatItHasBecome_forEverybodyInIt() {
        var chat =
                create(
                        other,
                        "\"channel\": \"web-chat\", \"assistantEnabled\": false, \"memberId\": \""
                                + member
                                + "\"");
        var unchanged = create(other, "\"channel\": \"web-chat\"");
        edit(chat, "\"archived\": true, \"needsResponse\": true");
        edit(
                chat,
                "\"assistantEnabled\": true, \"assistantMemberId\": \""
                        + workspace.assistant()
                        + "\"");

        assertThat(ids(list(other, "archived=true&needsResponse=true"))).containsExactly(chat);
        assertThat(ids(list(other, "archived=false&needsResponse=false")))
                .containsExactly(unchanged);
        assertThat(ids(list(member, "archived=true"))).containsExactly(chat);
        assertThat(copiesSaying("archived and needs_response", chat)).isEqualTo(3);
        edit(chat, "\"archived\": false");
        assertThat(ids(list(member, "archived=true"))).isEmpty();
        assertThat(copiesSaying("not archived and needs_response", chat)).isEqualTo(3);
    }

    @Test
    void filtersByTime_endsExcluded() {
        var first = create(member, "\"channel\": \"web-chat\"");
        var second = create(member, "\"channel\": \"web-chat\"");
        var third = create(member, "\"channel\": \"web-chat\"");
        var middle = shown(second.toString()).at("/createdAt").asString();

        for (var who : List.of(reader, member)) {
            assertThat(ids(list(who, "createdAfter=" + middle))).containsExactly(third);
            assertThat(ids(list(who, "createdBefore=" + middle))).containsExactly(first);
        }
        assertFinds("createdAfter=" + middle + "&createdBefore=" + middle);
    }

    @Test
    void findsWordsInTitlesAndMetadata_whateverTheirCase() {
        var knee =
                create(member, "\"channel\": \"web-chat\", \"title\": \"\u00c4rztin KNEE 100%\"");
        var noted =
                create(
                        member,
                        "\"channel\": \"web-chat\", \"title\": \"a_b\", \"metadata\": {\"zone\": \"North \\\\ \\\"Wing\\\"\", \"x\": \"y\"}");

        assertFinds("search=" + encoded("\u00e4RZT"), knee);
        assertFinds("search=" + encoded(" knee "), knee);
        assertFinds("search=" + encoded("100%"), knee);
        assertFinds("search=" + encoded("_B"), noted);
        assertFinds("search=" + encoded("\\ \"wing\""), noted);
        assertFinds("search=k", knee);
        assertFinds("search=" + encoded("k%e"));
        assertFinds("search=zone");
        assertFinds("search=" + encoded("a_bN"));
        assertThat(ids(list(other, "search=knee"))).isEmpty();
        edit(knee, "\"title\": \"Hip\"");
        assertFinds("search=knee");
        assertFinds("search=hip", knee);
    }

    @Test
    void sortsByTitleOrByChange_inEitherDirection() {
        var b = create(member, "\"channel\": \"web-chat\", \"title\": \"b\"");
        var none = create(member, "\"channel\": \"web-chat\"");
        var a = create(member, "\"channel\": \"web-chat\", \"title\": \"A\"");
        var c = create(member, "\"channel\": \"web-chat\", \"title\": \"C\"");
        edit(b, "\"paused\": true");

        for (var who : List.of(reader, member)) {
            assertThat(ids(list(who, "sortBy=title&sortOrder=asc"))).containsExactly(a, b, c, none);
            assertThat(ids(list(who, "sortBy=title"))).containsExactly(none, c, b, a);
            assertThat(ids(list(who, "sortBy=updatedAt"))).containsExactly(b, c, a, none);
            assertThat(ids(list(who, "sortBy=updatedAt&sortOrder=asc")))
                    .containsExactly(none, a, c, b);
            assertThat(ids(list(who, "sortBy=createdAt&sortOrder=asc")))
                    .containsExactly(b, none, a, c);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "page=0, page out_of_range",
        "page=one, page malformed_number",
        "pageSize=0, pageSize out_of_range",
        "pageSize=1001, pageSize out_of_range",
        "mine=yes, mine not_allowed",
        "archived=, archived not_allowed",
        "needsResponse=1, needsResponse not_allowed",
        "isTest=TRUE, isTest not_allowed",
        "channel=fax, channel not_allowed",
        "chatType=Visit, chatType not_allowed",
        "chatType=, chatType not_allowed",
        "memberId=secret, memberId malformed_id",
        "assistantMemberId=1, assistantMemberId malformed_id",
        "workflowId=1, workflowId malformed_id",
        "createdAfter=2026-01-01, createdAfter malformed_time",
        "createdBefore=now, createdBefore malformed_time",
        "sortBy=owner, sortBy not_allowed",
        "sortOrder=up, sortOrder not_allowed",
        "cursor=secret, cursor unknown_parameter",
        "page=1&page=1, page duplicate_parameter"
    })
    void refusesWhatIsWrong(String query, String error) {
        var refused = list(reader, query);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/errors/0/field") + " " + refused.at("/errors/0/code"))
                .isEqualTo(error);
        assertThat(refused.json().at("/errors")).hasSize(1);
        assertThat(refused.text()).doesNotContain("secret");
    }

    @Test
    void refusesEverythingTogether() {
        var refused = list(reader, "page=0&mine=x&search=" + "s".repeat(201));
        assertThat(refused.json().at("/errors").valueStream().map(e -> e.at("/field").asString()))
                .containsExactlyInAnyOrder("page", "mine", "search");
        assertThat(list(reader, "search=a%00b").at("/errors/0/code")).isEqualTo("malformed_text");
    }

    @Test
    void countsExactlyToTenThousand_andReadsNoFurtherThanIsCheap() {
        seed(10_000);
        var exact = list(reader, "pageSize=1");
        assertThat(exact.at("/total")).isEqualTo("10000");
        assertThat(exact.at("/totalIsExact")).isEqualTo("true");
        create(member, "\"channel\": \"web-chat\"");

        for (var filter : List.of("", "&archived=false")) {
            var more = list(reader, "pageSize=1" + filter);
            assertThat(more.at("/total")).isEqualTo("10000");
            assertThat(more.at("/totalIsExact")).isEqualTo("false");
        }
        assertThat(ids(list(reader, "pageSize=1000&page=11"))).hasSize(1);
        assertThat(ids(list(reader, "pageSize=1000&page=101"))).isEmpty();
        var deep = list(reader, "pageSize=1000&page=102");
        assertThat(deep.status()).isEqualTo(400);
        assertThat(deep.at("/errors/0/field")).isEqualTo("page");
        assertThat(deep.at("/errors/0/code")).isEqualTo("out_of_range");
    }

    @Test
    void asksAsOftenForAPageAsForOneChat() {
        var text =
                "\"channel\": \"phone-sms\", \"assistantEnabled\": false, \"initialMessage\": \"Hello\"";
        create(member, text);
        create(member, "\"channel\": \"phone-voice\"");
        var few = statements(() -> list(reader, ""));
        IntStream.range(0, 10)
                .forEach(i -> {
                    create(member, text);
                    create(member, "\"channel\": \"phone-voice\"");
                });
        assertThat(statements(() -> assertThat(ids(list(reader, ""))).hasSize(22))).isEqualTo(few);
    }

    private static long statements(Runnable work) {
        var statistics =
                api.bean(EntityManagerFactory.class).unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        try {
            var before = statistics.getPrepareStatementCount();
            work.run();
            return statistics.getPrepareStatementCount() - before;
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }

    private void assertFinds(String query, UUID... chats) {
        var list = list(reader, query);
        assertThat(ids(list)).as(query).containsExactly(chats);
        assertThat(list.at("/total")).as(query).isEqualTo("" + chats.length);
        assertThat(ids(list(member, query))).as("own " + query).containsExactly(chats);
    }

    private Answer list(UUID who, String query) {
        return api.get(workspace.chats() + "?" + query, who.toString());
    }

    private JsonNode shown(String chat) {
        return api.get(workspace.chats() + "/" + chat, reader.toString()).json();
    }

    private UUID create(UUID who, String fields) {
        var created =
                api.post(workspace.chats(), who.toString(), "{" + fields + "}", "Prefer", "wait=0");
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return UUID.fromString(created.at("/id"));
    }

    private void edit(UUID chat, String fields) {
        var edited = api.put(workspace.chats() + "/" + chat, member.toString(), "{" + fields + "}");
        assertThat(edited.status()).as(edited.text()).isEqualTo(200);
    }

    private int copiesSaying(String what, UUID chat) {
        return sql.sql("select count(*) from participant where chat_id = ? and " + what)
                .param(chat)
                .query(Integer.class)
                .single();
    }

    private void seed(int chats) {
        sql.sql(
                        """
                        insert into chat (workspace_id, id, channel, chat_type, owner_member_id, member_id, assistant_enabled,
                                          version, created_at, updated_at)
                        select :w, gen_random_uuid(), 'web-chat', 'simple', :m, :m, false, 1, now(), now()
                        from generate_series(1, :chats)
                        """)
                .param("w", workspace.id())
                .param("m", other)
                .param("chats", chats)
                .update();
    }

    private static List<UUID> ids(Answer list) {
        assertThat(list.status()).as(list.text()).isEqualTo(200);
        return list.json()
                .at("/items")
                .valueStream()
                .map(item -> UUID.fromString(item.at("/id").asString()))
                .toList();
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, UTF_8);
    }
}
