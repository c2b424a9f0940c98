-- With every batch the relay asks whether an earlier event of the same chats still waits. Here and not in a migration, because
-- the services' own migrations have numbers above those of this module.
do $$
begin
    perform pg_advisory_xact_lock(hashtext('the outbox of a chat')); -- two instances may start at once
    if to_regclass('outbox_of_chat') is null then
        create index outbox_of_chat on outbox (aggregateid);
    end if;
end
$$;
