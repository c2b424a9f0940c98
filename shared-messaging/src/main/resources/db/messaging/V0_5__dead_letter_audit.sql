-- Who did what with a dead letter of this consumer, and why. Only added to; nothing of what a letter holds is in it.
-- A letter is open while nothing here names it. Its time is part of its name: a topic that is made anew counts from 0 again.

create table dead_letter_audit (
    id            bigint      not null primary key generated always as identity,
    at            timestamptz not null default clock_timestamp(),
    who           text        not null,
    action        text        not null check (action in ('replayed', 'mended', 'discarded')),
    reason        text        not null check (length(reason) between 1 and 200),
    topic         text        not null,
    partition     int         not null,
    letter_offset bigint      not null,
    letter_at     timestamptz not null,
    code          text        not null,
    event_id      uuid, -- where the letter has a legible one
    new_event_id  uuid  -- of the event that was sent in its place
);

create index dead_letter_audit_letter on dead_letter_audit (topic, partition, letter_offset);

grant select, insert on dead_letter_audit to ${appRole};
