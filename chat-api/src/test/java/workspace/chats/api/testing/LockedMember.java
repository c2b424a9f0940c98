package workspace.chats.api.testing;

import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A member whose row somebody holds: whoever writes a row that names him has to wait. */
public final class LockedMember {

    private final JdbcClient sql;
    private final Rival holder;
    private final UUID id;

    public LockedMember(DataSource database, UUID id) {
        this.sql = JdbcClient.create(database);
        this.holder = new Rival(database);
        this.id = id;
    }

    /** Does the work while the row is held. */
    public <T> T during(Supplier<T> work) {
        return holder.during(() -> {
            sql.sql("select id from member where id = ? for update")
                    .param(id)
                    .query(UUID.class)
                    .single();
            return work.get();
        });
    }

    public boolean somebodyWaits() {
        return holder.isAwaited();
    }

    /**
     * Ends the gateway's connections that wait for him.
     *
     * @return how many there were
     */
    public int endWhoWait() {
        return holder.endWhoWait();
    }
}
