package workspace.chats.api.idempotency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import workspace.chats.api.idempotency.Claim.Kept;

/** The keys in the database; a claim ends with its transaction. */
@Repository
class IdempotencyKeys {

    private final JdbcClient jdbc;

    IdempotencyKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Known claim(ScopedKey key) {
        return jdbc.sql("select * from claim_idempotency_key(?, ?, ?, ?)")
                .params(key.workspaceId(), key.memberId(), key.route(), key.key())
                .query((row, number) -> known(row))
                .optional()
                .orElseGet(Known.Unused::new);
    }

    void add(ScopedKey key, Fingerprint fingerprint, Kept kept) {
        jdbc.sql(
                        """
                        insert into idempotency_key
                        (workspace_id, member_id, route, key, fingerprint, status, resource_type, resource_id)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(key.workspaceId(), key.memberId(), key.route(), key.key())
                .params(fingerprint.hex(), kept.status().value())
                .params(kept.resourceType(), kept.resourceId())
                .update();
    }

    /** Of all workspaces, whichever are open; the oldest first. */
    int removeOlderThan(Instant limit, int atMost) {
        return jdbc.sql("select forget_idempotency_keys(?, ?)")
                .params(limit.atOffset(ZoneOffset.UTC), atMost)
                .query(Integer.class)
                .single();
    }

    private static Known known(ResultSet row) throws SQLException {
        return row.getBoolean("running")
                ? new Known.Running()
                : new Known.Used(
                        new Fingerprint(row.getString("fingerprint")),
                        HttpStatus.valueOf(row.getInt("status")),
                        row.getString("resource_id"));
    }
}
