-- What POSTs with an Idempotency-Key have made, so that a repetition finds it. Kept for 24 hours. It holds no body, only a
-- digest, and is cleaned across workspaces.

create table idempotency_key (
    workspace_id  uuid        not null,
    member_id     uuid        not null, -- who called
    route         text        not null, -- method and path pattern
    key           text        not null check (key ~ '^[A-Za-z0-9_:.-]{1,255}$'),
    fingerprint   text        not null check (fingerprint ~ '^[0-9a-f]{64}$'), -- of the path and of what the body says
    status        smallint    not null check (status between 200 and 299),
    resource_type text        not null,
    resource_id   text        not null,
    created_at    timestamptz not null default now(),
    primary key (workspace_id, member_id, route, key),
    foreign key (workspace_id, member_id) references member (workspace_id, id)
);
create index idempotency_key_by_age on idempotency_key (created_at);

-- Takes a key until the transaction ends, without ever waiting, and tells what it has made before: one row with `running`
-- when another transaction holds the key, no row when nobody has used it. In one round trip, yet in steps that each see what
-- is committed by then (it is volatile, the transaction has to be READ COMMITTED): a twin that ends between the first look
-- and the lock is found by the second look.
create function claim_idempotency_key(of_workspace uuid, of_member uuid, of_route text, of_key text)
    returns table (running boolean, fingerprint text, status smallint, resource_id text)
    language plpgsql volatile as
$$
begin
    for look in 1..2 loop
        return query select false, k.fingerprint, k.status, k.resource_id from idempotency_key k
            where k.workspace_id = of_workspace and k.member_id = of_member and k.route = of_route and k.key = of_key;
        exit when found or look = 2;
        if not pg_try_advisory_xact_lock(hashtextextended(concat_ws(' ', of_workspace, of_member, of_route, of_key), 0)) then
            return query select true, null::text, null::smallint, null::text;
            exit;
        end if;
    end loop;
end
$$;

grant select, insert, update, delete on idempotency_key to ${appRole};
