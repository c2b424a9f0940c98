-- One row per assignment, one assignment per chat. The key starts with the workspace, so no row can point into another one.

create table assignment (
    workspace_id     uuid        not null,
    id               uuid        not null, -- reserved by chat-api when it created the chat
    chat_id          uuid        not null,
    member_id        uuid        not null,
    workflow_id      uuid        not null,
    workflow_version integer     not null check (workflow_version > 0),
    status           text        not null check (status = 'active'),
    created_at       timestamptz not null,
    primary key (workspace_id, id),
    unique (workspace_id, chat_id)
);

-- Who is in which workflow is personal: a transaction sees the one workspace it has named, and none when it has named none.
alter table assignment enable row level security;
alter table assignment force row level security;
create policy one_workspace on assignment
    using (workspace_id = (select current_setting('app.workspace')::uuid));

grant select, insert on assignment to ${appRole};
