-- The effect ledger: one row per attempt at one message or call, written before any socket is opened.
-- Ids, codes, times and sealed bytes only. Cross-workspace by nature: the scheduler serves all of them.

create table effect (
    id             uuid        primary key,
    position       bigint      generated always as identity, -- the order in which things were planned
    workspace_id   uuid        not null,
    chat_id        uuid        not null,
    subject_id     uuid        not null, -- the message or call
    attempt        integer     not null check (attempt >= 1),
    medium         text        not null check (medium in ('sms', 'email', 'call')),
    sender_id      uuid        not null,
    lane_id        uuid        not null, -- whose pace it keeps: the sender's; simulated ones share an unpaced lane per workspace
    simulated      boolean     not null,
    expires_at     timestamptz not null,
    event_id       uuid        not null, -- with event_type, what the sealed bytes are bound to
    event_type     text        not null,
    sealed         bytea, -- null once nobody needs it any more
    traceparent    text,
    state          text        not null default 'planned'
        check (state in ('planned', 'deferred', 'claimed', 'submitting', 'unknown', 'outcome_unknown', 'blocked', 'expired',
                         'rejected', 'accepted', 'undelivered', 'delivered')),
    version        bigint      not null default 1, -- goes up with every move; every move names the one it saw
    reason         text,
    provider_code  text,
    provider_id    text        unique,
    tries          integer     not null default 0,
    looks          integer     not null default 0,
    due_at         timestamptz not null default now(), -- of the next try, or of the next look
    lease_token    uuid, -- of the last claim
    lease_until    timestamptz,
    submitted_at   timestamptz,
    unknown_until  timestamptz,
    created_at     timestamptz not null default now(),
    updated_at     timestamptz not null default now(),
    unique (workspace_id, subject_id, attempt),
    check (state not in ('claimed', 'submitting') or (lease_token is not null and lease_until is not null)),
    check (state <> 'submitting' or submitted_at is not null),
    check (state <> 'unknown' or unknown_until is not null)
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500);

create index effect_due on effect (workspace_id, lane_id, due_at, position) where state = 'planned';
create index effect_before_me on effect (chat_id, position) where state in ('planned', 'claimed', 'submitting');
create index effect_leased on effect (lease_until) where state in ('claimed', 'submitting');
create index effect_expiring on effect (expires_at) where state in ('planned', 'deferred', 'claimed');
create index effect_to_look_at on effect (due_at) where state = 'unknown';
create index effect_unsettled on effect (unknown_until) where state = 'unknown';

-- When each sender may write its next request, in this database's time. The holder is the instance that was given the last slots.
create table sender_pace (
    lane_id         uuid             primary key,
    rate_per_second double precision not null check (rate_per_second > 0), -- 'Infinity' = unpaced
    next_at         timestamptz      not null default '-infinity',
    holder          uuid
) with (fillfactor = 50);

grant select, insert, update, delete on effect, sender_pace to ${appRole};
