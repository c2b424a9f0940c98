-- What the directory's own endpoints rely on.

-- An opt-out is named by an id, because its address must not stand in a URL.
alter table opt_out add column id uuid not null default uuidv7();
alter table opt_out add unique (workspace_id, id);

-- A sender that somebody opted out of stays: under a new id the same number would be free to write to him again.
create function keep_sender_with_opt_outs() returns trigger language plpgsql as
$$
begin
    if exists (select from opt_out where workspace_id = old.workspace_id and sender_id = old.id) then
        raise foreign_key_violation using message = 'opt-outs refer to this sender';
    end if;
    return old;
end
$$;
create trigger keep_with_opt_outs before delete on phone_number
    for each row execute function keep_sender_with_opt_outs();
create trigger keep_with_opt_outs before delete on inbox_address
    for each row execute function keep_sender_with_opt_outs();

-- A published version is what running assignments are pinned to: nobody changes it, whatever the application does.
create function keep_published_version() returns trigger language plpgsql as
$$
begin
    raise restrict_violation using message = 'a published workflow version never changes';
end
$$;
create trigger keep_published before update or delete on workflow_version
    for each row when (old.status = 'published') execute function keep_published_version();
