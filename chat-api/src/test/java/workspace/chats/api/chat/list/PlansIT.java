package workspace.chats.api.chat.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import workspace.chats.api.access.Caller;
import workspace.chats.api.body.Parameters;
import workspace.chats.api.testing.Numbers;
import workspace.chats.api.testing.RunningApi;
import workspace.chats.messaging.wall.OpenWorkspaces;

/**
 * How PostgreSQL finds lists for the application, behind row-level security, among enough chats for
 * it to matter: by what it counts itself about the transaction.
 */
class PlansIT {

    private static final String WHOLE_TABLE = "all of it";

    private static final RunningApi api = RunningApi.get();
    private static final ManyChats chats = ManyChats.enough();

    /** The page and the total. */
    @ParameterizedTest
    @CsvSource({
        "mine=true, participant_of_member",
        "mine=true&archived=false, participant_of_member",
        "mine=true&sortBy=title, participant_of_member",
        "mine=true&search=r123, chat_searched",
        "needsResponse=true, chat_needing_response",
        "channel=email&needsResponse=true, chat_needing_response",
        "isTest=true, chat_for_test",
        "chatType=visit, chat_of_type",
        "search=r123, chat_searched",
        "search=patient+1399, chat_searched",
    })
    void readsNoWholeTable_whereFewChatsAreFound(String query, String index) {
        var request = read(query);
        var used =
                used(() -> {
                    var selection =
                            listed().select(caller(request.filter().mine()), request.filter());
                    assertThat(listed().count(selection).known()).isPositive();
                    assertThat(listed().ids(selection, request)).isNotEmpty();
                });
        assertThat(used).contains(index).doesNotContain(WHOLE_TABLE);
    }

    /** The page and the total; the chats of a page are read by their ids afterwards. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "createdAfter=2025-01-01T00:00:00Z",
                "archived=true",
                "archived=false&needsResponse=false",
                "archived=true&needsResponse=false",
                "isTest=false",
                "channel=email",
                "chatType=simple&channel=email&archived=false",
            })
    void readsNoChat_whereOnesOwnAreFound(String query) {
        var request = read("mine=true&" + query);
        var used =
                used(() -> {
                    var selection = listed().select(caller(true), request.filter());
                    assertThat(listed().count(selection).known()).isPositive();
                    assertThat(listed().ids(selection, request)).isNotEmpty();
                });
        assertThat(used).containsExactly("participant_of_member");
    }

    /** The page; a total that counts half of the table may read it. */
    @ParameterizedTest
    @CsvSource({
        "sortBy=createdAt, chat_by_creation",
        "sortBy=updatedAt, chat_by_update",
        "sortBy=title, chat_by_title",
        "archived=false, chat_by_creation",
        "channel=email, chat_of_channel",
    })
    void readsNoWholeTable_whereManyAreFound(String query, String index) {
        var request = read(query);
        var used =
                used(() -> {
                    var selection = listed().select(caller(false), request.filter());
                    assertThat(listed().ids(selection, request)).hasSize(50);
                });
        assertThat(used).contains(index).doesNotContain(WHOLE_TABLE);
    }

    /** Whether a chat refers to it is looked up. */
    @ParameterizedTest
    @CsvSource({
        "phone_number,  chat_of_number",
        "inbox_address, chat_of_inbox",
        "site,          chat_of_site",
        "model,         chat_of_chat_model",
        "model,         chat_of_realtime_model",
    })
    void readsNoWholeTable_whenSomethingUnusedIsRemoved(String table, String index) {
        var id = unused(table);
        var used = used(() -> assertThat(remove(table, id)).isEqualTo(1));
        assertThat(used).contains(index).doesNotContain(WHOLE_TABLE);
    }

    private static UUID unused(String table) {
        var workspace = chats.workspace();
        return switch (table) {
            case "phone_number" -> workspace.number(Numbers.next(), 1);
            case "inbox_address" -> workspace.inbox("unused@example.org");
            case "site" -> workspace.site();
            default -> workspace.model("chat");
        };
    }

    private static int remove(String table, UUID id) {
        return api.bean(JdbcClient.class)
                .sql("delete from " + table + " where workspace_id = ? and id = ?")
                .params(chats.workspace().id(), id)
                .update();
    }

    private static ListedChats listed() {
        return api.bean(ListedChats.class);
    }

    private static ListRequest read(String query) {
        return ListReader.read(
                new Parameters(
                        Arrays.stream(query.split("&", -1))
                                .map(pair -> pair.replace('+', ' ').split("=", 2))
                                .collect(
                                        Collectors.toMap(
                                                pair -> pair[0], pair -> new String[] {pair[1]}))));
    }

    private static Caller caller(boolean mine) {
        return mine
                ? new Caller(chats.workspace().id(), chats.members().get(100), Set.of())
                : new Caller(chats.workspace().id(), chats.reader(), Set.of("chats:read"));
    }

    /** The indexes that a transaction has used, and {@link #WHOLE_TABLE} if it has read one. */
    private static Set<String> used(Runnable lists) {
        return OpenWorkspaces.callWith(
                List.of(chats.workspace().id()),
                () ->
                        Objects.requireNonNull(
                                api.bean(TransactionTemplate.class)
                                        .execute(_ -> {
                                            var before = scans();
                                            lists.run();
                                            var after = new HashSet<>(scans());
                                            before.forEach(after::remove);
                                            return after.stream()
                                                    .map(scan -> scan.split(" ", 2)[1])
                                                    .collect(Collectors.toSet());
                                        })));
    }

    private static List<String> scans() {
        return api.bean(JdbcClient.class)
                .sql(
                        """
                        select pg_stat_get_xact_numscans(indexrelid) || ' ' || indexrelname
                        from pg_stat_user_indexes where relname in ('chat', 'participant')
                        union all
                        select seq_scan || ' ' || :whole from pg_stat_xact_user_tables
                        where relname in ('chat', 'participant')
                        """)
                .param("whole", WHOLE_TABLE)
                .query(String.class)
                .list();
    }
}
