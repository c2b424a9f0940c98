package workspace.chats.dispatch.optout;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which sender must not write to whom, as far as this service has heard. */
@Component
final class OptOuts {

    private static final String LATEST_WORD_WINS =
            """
            insert into opt_out_gate (workspace_id, sender_id, recipient, opted_out, at) values (?, ?, ?, ?, ?)
            on conflict (workspace_id, sender_id, recipient) do update
               set opted_out = excluded.opted_out, at = excluded.at where opt_out_gate.at < excluded.at
            """;
    private static final String LOOK_UP =
            "select opted_out from opt_out_gate where workspace_id = ? and sender_id = ? and recipient = ?";

    private final JdbcClient jdbc;
    private final GateKey key;

    OptOuts(JdbcClient jdbc, GateKey key) {
        this.jdbc = jdbc;
        this.key = key;
    }

    /** Notes a word on it; whether it was news. */
    boolean note(UUID workspaceId, UUID senderId, String address, boolean optedOut, Instant at) {
        var recipient = key.hash(workspaceId, senderId, address);
        return jdbc.sql(LATEST_WORD_WINS)
                        .params(
                                workspaceId,
                                senderId,
                                recipient,
                                optedOut,
                                at.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    boolean has(UUID workspaceId, UUID senderId, String address) {
        var recipient = key.hash(workspaceId, senderId, address);
        return jdbc.sql(LOOK_UP)
                .params(workspaceId, senderId, recipient)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }
}
