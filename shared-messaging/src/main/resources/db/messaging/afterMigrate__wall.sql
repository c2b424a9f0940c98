-- The second wall between workspaces: row-level security on every table with a workspace, for the owner of the tables too.
-- A transaction sees and writes the rows of the workspaces that it has named in `chats.workspaces`, and none when it has
-- named none. Runs after every migration and finds new tables by itself; where the wall stands it changes nothing.
--
-- Not walled, because they serve all workspaces at once and hold only ids, codes, times and sealed bytes:
--   outbox   the relay publishes everybody's events
--   effect   the scheduler serves all workspaces in turn; so budget and budget_spent
-- (inbox, sender_pace and relay_heartbeat name no workspace at all)
--
-- Every query names its workspace itself. To the planner the policy is a filter (`coalesce`) with the setting read once (the
-- inner select), so that it neither takes the place of an index nor counts the workspace's share of the rows a second time.
do $$
declare
    bare record;
begin
    perform pg_advisory_xact_lock(hashtext('the wall between workspaces')); -- two instances may start at once
    for bare in
        select c.oid::regclass as name, a.attname as workspace
        from pg_class c
        join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
             and a.attname = case c.relname when 'workspace' then 'id' else 'workspace_id' end
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relowner = current_user::regrole
          and c.relname not in ('outbox', 'effect', 'budget', 'budget_spent')
          and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'open_workspaces')
    loop
        execute format('alter table %s enable row level security, force row level security', bare.name);
        execute format(
            $policy$
            create policy open_workspaces on %s using (
                coalesce(%I = any ((select string_to_array(current_setting('chats.workspaces', true), ',')::uuid[])::uuid[]), false))
            $policy$, bare.name, bare.workspace);
    end loop;
end
$$;
