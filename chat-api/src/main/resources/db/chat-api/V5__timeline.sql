-- What happened to a chat and when we learned it. That a chat, a message or a call exists is not repeated here: their own rows say it.
-- Ids, codes and times only.

create table chat_step (
    workspace_id uuid        not null,
    chat_id      uuid        not null,
    at           timestamptz not null,
    id           uuid        not null,
    what         text        not null,
    member_id    uuid, -- who did it, if it was a person
    subject_id   uuid, -- the message, call or assignment
    attempt      integer,
    status       text,
    reason       text,
    primary key (workspace_id, chat_id, at, id),
    foreign key (workspace_id, chat_id) references chat (workspace_id, id) deferrable initially deferred
);

grant select, insert, update, delete on chat_step to ${appRole};

-- of what happened before there was a timeline, the last thing is known
insert into chat_step (workspace_id, chat_id, at, id, what, subject_id, attempt, status, reason)
select workspace_id, chat_id, updated_at, id, 'message_status', id, attempt, status, reason
from message
where status not in ('none', 'pending')
union all
select workspace_id, chat_id, updated_at, id, 'call_status', id, attempt, status, reason
from phone_call
where status <> 'pending';
