-- One entry for a mailbox, however it is written: opt-outs hang on the entry's id, and under a second one the same mailbox
-- would be free to write again to whoever opted out.
do $$
begin
    create unique index inbox_of_workspace on inbox_address (workspace_id, lower(address collate pg_c_utf8));
exception when unique_violation then -- whose own words may quote the address
    raise unique_violation using message = 'a workspace has the same mailbox twice in inbox_address, in whatever case it is '
        'written: leave one of each (let what refers to the other, opt-outs too, refer to it), then migrate again';
end
$$;
