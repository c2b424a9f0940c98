-- The dispatcher's copy of who wants nothing more from a sender. Addresses stand here only as keyed hashes, and the key
-- only sealed, so nobody can read or guess them from this database alone.

create table opt_out_gate (
    workspace_id uuid        not null,
    sender_id    uuid        not null,
    recipient    bytea       not null check (length(recipient) = 32), -- HMAC-SHA256 of the address
    opted_out    boolean     not null,
    at           timestamptz not null, -- of the latest word on it; an older one changes nothing
    primary key (workspace_id, sender_id, recipient)
);

create table opt_out_gate_key (
    id     uuid    primary key,
    sealed text    not null,
    single boolean not null default true unique check (single)
);

grant select, insert, update on opt_out_gate, opt_out_gate_key to ${appRole};
