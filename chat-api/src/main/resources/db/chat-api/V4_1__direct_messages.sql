-- The one chat that two members have as a direct message, whoever of them began it.
create table dm_pair (
    workspace_id uuid not null,
    lower_id     uuid not null,
    higher_id    uuid not null,
    chat_id      uuid not null,
    primary key (workspace_id, lower_id, higher_id),
    unique (workspace_id, chat_id),
    check (lower_id < higher_id),
    foreign key (workspace_id, lower_id) references member (workspace_id, id),
    foreign key (workspace_id, higher_id) references member (workspace_id, id),
    -- the pair is taken first, so that nobody makes a chat for nothing
    foreign key (workspace_id, chat_id) references chat (workspace_id, id) deferrable initially deferred
);

grant select, insert, update, delete on dm_pair to ${appRole};
