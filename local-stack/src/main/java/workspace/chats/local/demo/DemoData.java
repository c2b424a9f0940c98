package workspace.chats.local.demo;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The workspaces {@code demo} and {@code other}: their ids, their rows, and how tools see them. */
public final class DemoData {

    private final Map<String, DemoWorkspace> workspaces = load();
    private final DemoIds ids;

    /**
     * @param knownIds of an earlier {@link #ids()}; empty at first
     */
    public DemoData(Map<String, UUID> knownIds) {
        ids = new DemoIds(knownIds);
        describe(subject -> "");
    }

    /** All ids, to be kept so that they stay the same. */
    public Map<String, UUID> ids() {
        return ids.all();
    }

    /** Such as of {@code demo}. */
    public UUID workspaceId(String workspace) {
        return ids.of(workspace);
    }

    /** Whom the identity provider names when that person comes, if there is such a person. */
    public Optional<String> subject(String workspace, String member) {
        return Optional.ofNullable(workspaces.get(workspace))
                .map(found -> found.members().get(member))
                .filter(DemoWorkspace.Member::isHuman)
                .map(human -> subjectOf(workspace, member));
    }

    static String subjectOf(String workspace, String member) {
        return workspace + "." + member;
    }

    /**
     * Writes what is missing, in one transaction.
     *
     * @param connection to chat-api's migrated database, of one who may write its tables
     */
    public void seed(Connection connection, Clock clock) throws SQLException {
        connection.setAutoCommit(false);
        openWorkspaces(connection);
        var now = OffsetDateTime.now(clock);
        for (var entry : workspaces.entrySet()) {
            new DemoSeed(connection, ids, entry.getKey(), entry.getValue(), now).write();
        }
        connection.commit();
    }

    /** Row-level security takes no rows of other workspaces. */
    private void openWorkspaces(Connection connection) throws SQLException {
        var open = "select set_config('chats.workspaces', ?, true)";
        try (var statement = connection.prepareStatement(open)) {
            statement.setString(
                    1,
                    workspaces.keySet().stream()
                            .map(key -> ids.of(key).toString())
                            .collect(joining(",")));
            statement.execute();
        }
    }

    /**
     * Everything a tool needs to use the workspaces, as JSON objects.
     *
     * @param token makes a bearer token for a subject
     */
    public Map<String, Object> describe(Function<String, String> token) {
        var json = new LinkedHashMap<String, Object>();
        workspaces.forEach((key, workspace) ->
                json.put(key, new DemoJson(ids, key, token).describe(workspace)));
        return json;
    }

    private static Map<String, DemoWorkspace> load() {
        try (var file = DemoData.class.getResourceAsStream("/demo/workspaces.json")) {
            return JsonMapper.shared().readValue(file, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
