package workspace.chats.api.directory.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import workspace.chats.api.access.Scope;
import workspace.chats.api.directory.entry.Draft;
import workspace.chats.api.directory.entry.Entries;
import workspace.chats.api.directory.entry.Rows;
import workspace.chats.api.problem.FieldProblem;
import workspace.chats.api.problem.Flaw;
import workspace.chats.api.problem.Problem;

/** The members of workspaces. Nobody is removed, because chats name him; he becomes inactive. */
@Repository
class Members implements Entries<MemberEntry> {

    static final Map<String, String> KINDS =
            Map.of("human", "human", MemberEntry.ASSISTANT, MemberEntry.ASSISTANT);

    private final JdbcClient jdbc;
    private final Rows<MemberEntry> rows;

    Members(JdbcClient jdbc) {
        this.jdbc = jdbc;
        rows =
                new Rows<>(
                        jdbc,
                        "member",
                        List.of(
                                "kind",
                                "subject",
                                "display_name",
                                "phone",
                                "email",
                                "scopes",
                                "active"),
                        (row, index) -> entry(row),
                        Members::values);
    }

    @Override
    public Rows<MemberEntry> rows() {
        return rows;
    }

    @Override
    public MemberEntry blank(UUID id) {
        return new MemberEntry(id, "", null, "", null, null, List.of(), true);
    }

    @Override
    public MemberEntry edited(UUID workspaceId, MemberEntry before, Draft draft) {
        var after =
                new MemberEntry(
                        before.id(),
                        draft.once("kind", before.kind(), draft.word("kind", KINDS, before.kind())),
                        draft.text("subject", 255, before.subject()),
                        draft.name("displayName", 200, before.displayName()),
                        draft.phone("phone", before.phone()),
                        draft.mailbox("email", before.email()),
                        draft.words("scopes", Scope.words(), before.scopes()),
                        draft.flag("active", before.active()));
        if (after.isAssistant()) {
            refuseWhatOnlyPeopleHave(after, draft);
        }
        return after;
    }

    /** Nobody in the workspace edits members meanwhile, so what was looked at stays true. */
    @Override
    public Optional<Problem> objection(UUID workspaceId, MemberEntry before, MemberEntry after) {
        jdbc.sql("select 1 from workspace where id = ? for no key update")
                .param(workspaceId)
                .query(Integer.class)
                .single();
        if (after.subject() != null && hasAnother(workspaceId, after, "subject = :subject")) {
            return Optional.of(Problem.conflict(new FieldProblem("subject", Flaw.TAKEN)));
        }
        var retires = before.isAdministrator() && !after.isAdministrator();
        if (retires
                && !hasAnother(
                        workspaceId,
                        after,
                        "subject is not null and active and :admin = any (scopes)")) {
            return Optional.of(
                    Problem.of(
                            HttpStatus.CONFLICT,
                            "The workspace would be left without an active administrator."));
        }
        return Optional.empty();
    }

    private boolean hasAnother(UUID workspaceId, MemberEntry member, String condition) {
        return jdbc.sql(
                        "select exists (select from member where workspace_id = :workspace and id <> :id and "
                                + condition
                                + ")")
                .param("workspace", workspaceId)
                .param("id", member.id())
                .param("subject", member.subject())
                .param("admin", Scope.WORKSPACE_ADMIN.word())
                .query(Boolean.class)
                .single();
    }

    private static void refuseWhatOnlyPeopleHave(MemberEntry assistant, Draft draft) {
        if (assistant.subject() != null) {
            draft.refuse("subject", Flaw.NOT_OF_AN_ASSISTANT);
        }
        if (!assistant.scopes().isEmpty()) {
            draft.refuse("scopes", Flaw.NOT_OF_AN_ASSISTANT);
        }
    }

    private static MemberEntry entry(ResultSet row) throws SQLException {
        return new MemberEntry(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("subject"),
                row.getString("display_name"),
                row.getString("phone"),
                row.getString("email"),
                scopes(row),
                row.getBoolean("active"));
    }

    /** Where somebody has written them by hand, one may stand there twice, or null. */
    private static List<String> scopes(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("scopes").getArray())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static @Nullable Object[] values(MemberEntry entry) {
        return new @Nullable Object[] {
            entry.kind(),
            entry.subject(),
            entry.displayName(),
            entry.phone(),
            entry.email(),
            entry.scopes().toArray(String[]::new),
            entry.active()
        };
    }
}
