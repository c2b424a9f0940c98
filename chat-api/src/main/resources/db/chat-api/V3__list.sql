-- Lists of chats: an index for every order and every filter that finds little, so that a page costs the same in a
-- workspace of a million chats. Both extensions are trusted: whoever owns the database may create them.

create extension if not exists pg_trgm;
create extension if not exists btree_gin;

-- What a search looks through: title and metadata values, in lower case by Unicode's rules whatever the database's locale.
create function searched(title text, metadata jsonb) returns text
    language sql immutable parallel safe
    return lower((coalesce(title, '') || case when metadata = '{}' then '' else
        (select coalesce(string_agg(E'\n' || value, '' order by key), '') from jsonb_each_text(metadata)) end)
        collate pg_c_utf8);

alter table chat
    add column searched text collate pg_c_utf8 not null generated always as (searched(title, metadata)) stored;
create index chat_searched on chat using gin (workspace_id, searched gin_trgm_ops);

create index chat_by_creation on chat (workspace_id, created_at, id);
create index chat_by_update on chat (workspace_id, updated_at, id);
create index chat_by_title on chat (workspace_id, lower(title collate pg_c_utf8), id);
create index chat_of_member on chat (workspace_id, member_id, created_at, id);
create index chat_of_assistant on chat (workspace_id, assistant_member_id, created_at, id)
    where assistant_member_id is not null;
create index chat_of_workflow on chat (workspace_id, workflow_id, created_at, id) where workflow_id is not null;
create index chat_of_channel on chat (workspace_id, channel, created_at, id);
create index chat_of_type on chat (workspace_id, chat_type, created_at, id);
create index chat_needing_response on chat (workspace_id, created_at, id) where needs_response;
create index chat_archived on chat (workspace_id, created_at, id) where archived;
create index chat_for_test on chat (workspace_id, created_at, id) where is_test;

-- A member's own list, newest first: the chat's creation stands with him, and neither ever changes.
alter table participant add column chat_created_at timestamptz;
update participant p set chat_created_at = c.created_at from chat c where c.workspace_id = p.workspace_id and c.id = p.chat_id;
alter table participant alter column chat_created_at set not null;
drop index participant_of_member;
create index participant_of_member on participant (workspace_id, member_id, chat_created_at, chat_id);

create function date_participant() returns trigger language plpgsql as
$$
begin
    select c.created_at into new.chat_created_at from chat c where c.workspace_id = new.workspace_id and c.id = new.chat_id;
    return new;
end
$$;
create trigger date_participant before insert on participant for each row execute function date_participant();
