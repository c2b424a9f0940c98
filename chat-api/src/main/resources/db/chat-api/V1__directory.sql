-- The workspace directory. Every key starts with the workspace, so no row can point into another one.
-- The owner role migrates; the application role reads and writes; see ${appRole} at the end.

create table workspace (
    id                      uuid primary key,
    name                    text        not null check (length(name) between 1 and 200),
    default_assistant_id    uuid,
    default_phone_number_id uuid,
    default_inbox_id        uuid,
    created_at              timestamptz not null default now()
);

create table member (
    workspace_id uuid        not null references workspace (id),
    id           uuid        not null,
    kind         text        not null check (kind in ('human', 'assistant')),
    subject      text, -- who the identity provider says it is; assistants have none
    display_name text        not null,
    phone        text,
    email        text,
    scopes       text[]      not null default '{}',
    active       boolean     not null default true,
    created_at   timestamptz not null default now(),
    primary key (workspace_id, id),
    unique (workspace_id, subject)
);

create table phone_number (
    workspace_id    uuid          not null references workspace (id),
    id              uuid          not null,
    e164            text          not null unique, -- one workspace per installation
    label           text          not null,
    sms             boolean       not null,
    voice           boolean       not null,
    rate_per_second numeric(8, 3) not null default 1 check (rate_per_second > 0),
    created_at      timestamptz   not null default now(),
    primary key (workspace_id, id)
);

create table inbox_address (
    workspace_id    uuid          not null references workspace (id),
    id              uuid          not null,
    address         text          not null,
    label           text          not null,
    rate_per_second numeric(8, 3) not null default 20 check (rate_per_second > 0),
    created_at      timestamptz   not null default now(),
    primary key (workspace_id, id)
);

create table site (
    workspace_id uuid        not null references workspace (id),
    id           uuid        not null,
    name         text        not null,
    created_at   timestamptz not null default now(),
    primary key (workspace_id, id)
);

create table model (
    workspace_id uuid        not null references workspace (id),
    id           uuid        not null,
    name         text        not null,
    kind         text        not null check (kind in ('chat', 'realtime')),
    created_at   timestamptz not null default now(),
    primary key (workspace_id, id)
);

create table workflow (
    workspace_id            uuid        not null references workspace (id),
    id                      uuid        not null,
    name                    text        not null,
    agent_member_id         uuid,
    default_phone_number_id uuid,
    default_inbox_id        uuid,
    active_version          integer,
    created_at              timestamptz not null default now(),
    primary key (workspace_id, id),
    foreign key (workspace_id, agent_member_id) references member (workspace_id, id),
    foreign key (workspace_id, default_phone_number_id) references phone_number (workspace_id, id),
    foreign key (workspace_id, default_inbox_id) references inbox_address (workspace_id, id)
);

create table workflow_version (
    workspace_id uuid        not null,
    workflow_id  uuid        not null,
    number       integer     not null check (number > 0),
    status       text        not null check (status in ('draft', 'published')),
    definition   jsonb       not null default '{}',
    published_at timestamptz,
    primary key (workspace_id, workflow_id, number),
    foreign key (workspace_id, workflow_id) references workflow (workspace_id, id)
);

alter table workflow
    add foreign key (workspace_id, id, active_version) references workflow_version (workspace_id, workflow_id, number)
        deferrable initially deferred;
alter table workspace
    add foreign key (id, default_assistant_id) references member (workspace_id, id) deferrable initially deferred,
    add foreign key (id, default_phone_number_id) references phone_number (workspace_id, id) deferrable initially deferred,
    add foreign key (id, default_inbox_id) references inbox_address (workspace_id, id) deferrable initially deferred;

-- An address that wants nothing more from one sender (a number or an inbox).
create table opt_out (
    workspace_id uuid        not null references workspace (id),
    sender_id    uuid        not null,
    address      text        not null,
    since        timestamptz not null default now(),
    primary key (workspace_id, sender_id, address)
);

grant select, insert, update, delete on workspace, member, phone_number, inbox_address, site, model, workflow,
    workflow_version, opt_out to ${appRole};
