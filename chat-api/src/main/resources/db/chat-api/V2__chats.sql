-- Chats and what belongs to them. `version` is the chat's sequence: it rises with every event about the chat and is taken
-- under the chat's row lock. `revision` rises only when a person edits the chat: it is the chat's ETag.

create table chat (
    workspace_id                uuid        not null references workspace (id),
    id                          uuid        not null,
    channel                     text        not null check (channel in ('web-chat', 'phone-sms', 'phone-voice', 'email')),
    chat_type                   text        not null check (chat_type ~ '^[a-z][a-z0-9-]{0,39}$'),
    title                       text check (length(title) <= 200),
    owner_member_id             uuid        not null,
    member_id                   uuid        not null,
    assistant_enabled           boolean     not null,
    assistant_member_id         uuid,
    assistant_chat_model_id     uuid,
    assistant_realtime_model_id uuid,
    assignment_id               uuid,
    workflow_id                 uuid,
    workflow_version            integer,
    assignment_status           text check (assignment_status in ('pending', 'active')),
    phone_number_id             uuid,
    inbox_id                    uuid,
    site_id                     uuid,
    is_test                     boolean     not null default false,
    archived                    boolean     not null default false,
    paused                      boolean     not null default false,
    needs_response              boolean     not null default false,
    metadata                    jsonb       not null default '{}',
    messages_total              integer     not null default 0,
    messages_inbound            integer     not null default 0,
    messages_outbound           integer     not null default 0,
    messages_failed             integer     not null default 0,
    version                     bigint      not null,
    revision                    integer     not null default 1,
    created_at                  timestamptz not null,
    updated_at                  timestamptz not null,
    primary key (workspace_id, id),
    unique (workspace_id, assignment_id),
    check (num_nonnulls(assignment_id, workflow_id, workflow_version, assignment_status) in (0, 4)),
    check (phone_number_id is null or inbox_id is null),
    foreign key (workspace_id, owner_member_id) references member (workspace_id, id),
    foreign key (workspace_id, member_id) references member (workspace_id, id),
    foreign key (workspace_id, assistant_member_id) references member (workspace_id, id),
    foreign key (workspace_id, assistant_chat_model_id) references model (workspace_id, id),
    foreign key (workspace_id, assistant_realtime_model_id) references model (workspace_id, id),
    foreign key (workspace_id, workflow_id, workflow_version)
        references workflow_version (workspace_id, workflow_id, number),
    foreign key (workspace_id, phone_number_id) references phone_number (workspace_id, id),
    foreign key (workspace_id, inbox_id) references inbox_address (workspace_id, id),
    foreign key (workspace_id, site_id) references site (workspace_id, id)
);

create table participant (
    workspace_id uuid not null,
    chat_id      uuid not null,
    id           uuid not null,
    member_id    uuid not null,
    role         text not null check (role in ('owner', 'member', 'assistant', 'operator', 'contributor')),
    position     integer not null,
    primary key (workspace_id, chat_id, id),
    unique (workspace_id, chat_id, member_id),
    foreign key (workspace_id, chat_id) references chat (workspace_id, id),
    foreign key (workspace_id, member_id) references member (workspace_id, id)
);
create index participant_of_member on participant (workspace_id, member_id, chat_id);

-- One row per message; the last attempt's outcome stands in it, older attempts never overwrite newer ones.
-- The initial message is the one with `initial`; its status and reason are the chat's initialMessageStatus and -Error.
create table message (
    workspace_id     uuid        not null,
    id               uuid        not null,
    chat_id          uuid        not null,
    initial          boolean     not null default false,
    direction        text        not null check (direction in ('inbound', 'outbound')),
    author_member_id uuid,
    text             text        not null,
    status           text        not null
        check (status in ('none', 'pending', 'deferred', 'accepted', 'delivered', 'failed', 'unknown')),
    reason           text,
    provider_code    text,
    attempt          integer     not null default 1,
    simulated        boolean     not null default false,
    expires_at       timestamptz,
    created_at       timestamptz not null,
    updated_at       timestamptz not null,
    primary key (workspace_id, id),
    foreign key (workspace_id, chat_id) references chat (workspace_id, id),
    foreign key (workspace_id, author_member_id) references member (workspace_id, id)
);
create index message_of_chat on message (workspace_id, chat_id, created_at desc, id desc);
create unique index initial_message_of_chat on message (workspace_id, chat_id) where initial;
create index message_waiting on message (expires_at) where status in ('pending', 'deferred', 'unknown');

-- One row per outbound call.
create table phone_call (
    workspace_id  uuid        not null,
    id            uuid        not null,
    chat_id       uuid        not null,
    status        text        not null check (status in ('pending', 'accepted', 'ringing', 'answered', 'completed', 'busy',
                                                         'no_answer', 'failed', 'canceled', 'unknown')),
    reason        text,
    provider_code text,
    attempt       integer     not null default 1,
    simulated     boolean     not null default false,
    expires_at    timestamptz,
    created_at    timestamptz not null,
    updated_at    timestamptz not null,
    primary key (workspace_id, id),
    foreign key (workspace_id, chat_id) references chat (workspace_id, id)
);
create index phone_call_of_chat on phone_call (workspace_id, chat_id, created_at desc, id desc);
create index phone_call_waiting on phone_call (expires_at) where status in ('pending', 'unknown');

grant select, insert, update, delete on chat, participant, message, phone_call to ${appRole};
