-- A member's own list with a filter: what it asks for most stands with whoever takes part in a chat, as the chat's creation
-- does, and in the index. So no chat is read to find a page or to count. Two of these change later, and the chat tells.

-- A create locks chat first, an own list participant, so no order suits both: who waits here lets go of both soon, which is
-- before PostgreSQL would look for a deadlock (1 s), and tries again.
do $$
begin
    perform set_config('lock_timeout', '200ms', true);
    for turn in 1..1000 loop
        begin
            lock table chat, participant in access exclusive mode;
            perform set_config('lock_timeout', '0', true);
            return;
        exception when lock_not_available then
            perform pg_sleep(0.1);
        end;
    end loop;
    raise lock_not_available using message = 'chat and participant were in use all the time: migrate with the gateways stopped';
end
$$;

alter table participant
    add column channel text,
    add column chat_type text,
    add column is_test boolean,
    add column archived boolean,
    add column needs_response boolean;

alter table chat no force row level security;
alter table participant no force row level security;
update participant p
set channel = c.channel, chat_type = c.chat_type, is_test = c.is_test, archived = c.archived, needs_response = c.needs_response
from chat c where c.workspace_id = p.workspace_id and c.id = p.chat_id;
alter table chat force row level security;
alter table participant force row level security;

alter table participant
    alter column channel set not null,
    alter column chat_type set not null,
    alter column is_test set not null,
    alter column archived set not null,
    alter column needs_response set not null;

drop index participant_of_member;
create index participant_of_member on participant (workspace_id, member_id, chat_created_at, chat_id)
    include (channel, chat_type, is_test, archived, needs_response);

-- Whoever adds one to an older chat holds the chat's lock: nothing changes in between.
create function describe_participant() returns trigger language plpgsql as
$$
begin
    select c.created_at, c.channel, c.chat_type, c.is_test, c.archived, c.needs_response
    into new.chat_created_at, new.channel, new.chat_type, new.is_test, new.archived, new.needs_response
    from chat c where c.workspace_id = new.workspace_id and c.id = new.chat_id;
    return new;
end
$$;
drop trigger date_participant on participant;
drop function date_participant;
create trigger describe_participant before insert on participant for each row execute function describe_participant();

create function tell_participants() returns trigger language plpgsql as
$$
begin
    update participant set archived = new.archived, needs_response = new.needs_response
    where workspace_id = new.workspace_id and chat_id = new.id;
    return null;
end
$$;
create trigger tell_participants after update on chat for each row
    when ((old.archived, old.needs_response) is distinct from (new.archived, new.needs_response))
    execute function tell_participants();
