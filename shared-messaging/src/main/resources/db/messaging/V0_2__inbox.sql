-- Which events a consumer has worked on, written in the transaction that did the work. Kept for 30 days.

create table inbox (
    consumer    text        not null,
    event_id    uuid        not null,
    received_at timestamptz not null default clock_timestamp(),
    primary key (consumer, event_id)
);

create index inbox_received_at on inbox using brin (received_at);

grant select, insert, delete on inbox to ${appRole};
