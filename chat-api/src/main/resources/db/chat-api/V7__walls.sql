-- The wall itself is raised after the migrations, by db/messaging/afterMigrate__wall.sql. Here stand its doors: what has to
-- look across workspaces gets a function that answers with ids only, and the tables' owner, as whom it runs, sees the rows
-- that it is for and no others. What follows (locking, changing) happens with those workspaces opened.

create policy overdue on message for select to current_user using (status in ('pending', 'deferred', 'unknown'));
create policy overdue on phone_call for select to current_user using (status in ('pending', 'unknown'));

-- Messages about which nobody reported in time, the most overdue first.
create function overdue_message(before timestamptz, most integer)
    returns table (workspace_id uuid, chat_id uuid, id uuid)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
    as $$
        select m.workspace_id, m.chat_id, m.id from message m
        where m.status in ('pending', 'deferred', 'unknown') and m.expires_at <= before
        order by m.expires_at limit most;
    $$;

create function overdue_phone_call(before timestamptz, most integer)
    returns table (workspace_id uuid, chat_id uuid, id uuid)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
    as $$
        select c.workspace_id, c.chat_id, c.id from phone_call c
        where c.status in ('pending', 'unknown') and c.expires_at <= before
        order by c.expires_at limit most;
    $$;

-- Old keys are removed by their age, whosesoever they are; nothing of them is told but how many.
create policy forgetting on idempotency_key to current_user using (true);

-- The oldest first, without waiting for another instance that does the same.
create function forget_idempotency_keys(older_than timestamptz, most integer) returns integer
    language sql security definer set search_path = pg_catalog, public, pg_temp
    as $$
        with forgotten as (
            delete from idempotency_key where ctid = any (array (
                select k.ctid from idempotency_key k where k.created_at < older_than
                order by k.created_at limit most for update skip locked))
            returning 1)
        select count(*)::integer from forgotten;
    $$;

revoke execute on function overdue_message, overdue_phone_call, forget_idempotency_keys from public;
grant execute on function overdue_message, overdue_phone_call, forget_idempotency_keys to ${appRole};
