-- Events that Kafka has not acknowledged yet, and only those: the relay deletes what was acknowledged.
-- `position` is the order of insertion. Events of one chat are appended under the chat's row lock, so for one chat it is
-- the order of commits too.

create table outbox (
    id           uuid        not null primary key,
    position     bigint      not null generated always as identity,
    topic        text        not null,
    aggregateid  uuid        not null,
    type         text        not null,
    source       text        not null,
    workspace_id uuid        not null,
    time         timestamptz not null,
    sequence     bigint      not null,
    traceparent  text,
    payload      bytea       not null,
    created_at   timestamptz not null default clock_timestamp()
);

-- The payload is small and never read again but by the relay: no compression.
alter table outbox alter column payload set storage external;
-- Many rows come and go: vacuum by count, not by a fraction of a table that is nearly empty.
alter table outbox set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

-- Something small to insert while nothing else happens, so that the relay's position moves on and PostgreSQL can drop old WAL.
create table relay_heartbeat (
    id bigint      not null primary key generated always as identity,
    at timestamptz not null default clock_timestamp()
);

create publication outbox for table outbox, relay_heartbeat with (publish = 'insert');

grant select, insert on outbox to ${appRole};
grant select, delete on outbox to ${relayRole};
grant select, insert, delete on relay_heartbeat to ${relayRole};
