-- Of an unknown outcome only its sender can say what became of it, and he looks for it, from when it is unknown: until he has
-- had his time nobody is silent. The functions without that time stay for gateways of the version before.

create function overdue_message(before timestamptz, unknown_before timestamptz, most integer)
    returns table (workspace_id uuid, chat_id uuid, id uuid)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
    as $$
        select m.workspace_id, m.chat_id, m.id from message m
        where m.status in ('pending', 'deferred', 'unknown') and m.expires_at <= before
          and (m.status <> 'unknown' or m.updated_at <= unknown_before)
        order by m.expires_at limit most;
    $$;

create function overdue_phone_call(before timestamptz, unknown_before timestamptz, most integer)
    returns table (workspace_id uuid, chat_id uuid, id uuid)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
    as $$
        select c.workspace_id, c.chat_id, c.id from phone_call c
        where c.status in ('pending', 'unknown') and c.expires_at <= before
          and (c.status <> 'unknown' or c.updated_at <= unknown_before)
        order by c.expires_at limit most;
    $$;

revoke execute on function overdue_message(timestamptz, timestamptz, integer),
    overdue_phone_call(timestamptz, timestamptz, integer) from public;
grant execute on function overdue_message(timestamptz, timestamptz, integer),
    overdue_phone_call(timestamptz, timestamptz, integer) to ${appRole};
