package workspace.chats.messaging.effect;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What each workspace may send in an hour, texts and calls apart; e-mail has no budget. {@link
 * Effects#begin} spends it.
 */
final class Budgets {

    private static final String SET =
            """
            insert into budget (workspace_id, medium, per_hour)
            select distinct on (workspace, medium) workspace, medium, per_hour
              from unnest(?::uuid[], ?::text[], ?::int[]) with ordinality as planned (workspace, medium, per_hour, ordinal)
             order by workspace, medium, ordinal desc
            on conflict (workspace_id, medium) do update set per_hour = excluded.per_hour
             where budget.per_hour is distinct from excluded.per_hour
            """;

    private static final String LOCK =
            """
            select true from budget
             where (workspace_id, medium) in (select workspace, medium
                                                from unnest(?::uuid[], ?::text[]) as spender (workspace, medium))
             order by workspace_id, medium for update
            """;

    private final JdbcClient jdbc;

    Budgets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest plan of a workspace says what it may send. */
    void set(Collection<PlannedEffect> planned) {
        var costly = planned.stream().filter(Budgets::costs).toList();
        if (!costly.isEmpty()) {
            jdbc.sql(SET)
                    .params(
                            Columns.of(costly, PlannedEffect::workspaceId),
                            Columns.of(costly, effect -> effect.medium().code()),
                            Columns.of(costly, PlannedEffect::perHour))
                    .update();
        }
    }

    /**
     * Until the transaction ends nobody else spends what these workspaces have; the next statement
     * sees what was spent before.
     */
    void lock(Collection<Effect> effects) {
        List<Effect> costly =
                effects.stream().filter(effect -> effect.medium() != Medium.EMAIL).toList();
        if (!costly.isEmpty()) {
            jdbc.sql(LOCK)
                    .params(
                            Columns.of(costly, Effect::workspaceId),
                            Columns.of(costly, effect -> effect.medium().code()))
                    .query(Boolean.class)
                    .list();
        }
    }

    private static boolean costs(PlannedEffect effect) {
        return !effect.simulated() && effect.medium() != Medium.EMAIL;
    }
}
