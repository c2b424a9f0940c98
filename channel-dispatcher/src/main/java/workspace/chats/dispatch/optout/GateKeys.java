package workspace.chats.dispatch.optout;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import workspace.chats.events.Confidential;
import workspace.chats.events.EventType;
import workspace.chats.events.Sealed;
import workspace.chats.messaging.Ids;
import workspace.chats.messaging.seal.CannotUnseal;
import workspace.chats.messaging.seal.SealContext;
import workspace.chats.messaging.seal.Sealer;
import workspace.chats.messaging.settings.CannotStart;

/**
 * The one key of this installation, kept sealed in the database. Made when it is first needed; at
 * each start it is sealed anew, so that it survives the rotation of the sealing keys.
 */
@Component
final class GateKeys {

    private static final String FIELD = "key";
    private static final UUID NONE = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final Ids ids;

    GateKeys(JdbcClient jdbc, Sealer sealer, Ids ids) {
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.ids = ids;
    }

    GateKey load() {
        insertIfNoneIsThere();
        var stored = stored();
        var key = opened(stored);
        sealAnew(stored.id(), key);
        return new GateKey(Base64.getDecoder().decode(key.metadata().get(FIELD)));
    }

    /** Nothing else can tell so early that the keyset is another installation's. */
    private Confidential opened(Stored stored) {
        try {
            return sealer.open(context(stored.id()), new Sealed(stored.sealed()));
        } catch (CannotUnseal closed) {
            throw new CannotStart(
                    "SEALING_KEYSET_FILE has no key for what is in this database already");
        }
    }

    private void insertIfNoneIsThere() {
        var id = ids.next();
        jdbc.sql("insert into opt_out_gate_key (id, sealed) values (?, ?) on conflict do nothing")
                .params(id, sealer.seal(context(id), random()).base64())
                .update();
    }

    private Stored stored() {
        return jdbc.sql("select id, sealed from opt_out_gate_key").query(Stored.class).single();
    }

    private void sealAnew(UUID id, Confidential key) {
        jdbc.sql("update opt_out_gate_key set sealed = ? where id = ?")
                .params(sealer.seal(context(id), key).base64(), id)
                .update();
    }

    private static Confidential random() {
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        var text = Base64.getEncoder().encodeToString(key);
        return new Confidential(null, Map.of(FIELD, text), null, null);
    }

    private static SealContext context(UUID id) {
        return new SealContext(id, EventType.RECIPIENT_OPTED_OUT, NONE, NONE);
    }

    record Stored(UUID id, String sealed) {}
}
