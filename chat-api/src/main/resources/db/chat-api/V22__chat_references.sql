-- For the foreign keys of chat that nothing else has an index for: whoever removes a number, inbox, site or model asks
-- whether a chat refers to it.
create index chat_of_number on chat (workspace_id, phone_number_id) where phone_number_id is not null;
create index chat_of_inbox on chat (workspace_id, inbox_id) where inbox_id is not null;
create index chat_of_site on chat (workspace_id, site_id) where site_id is not null;
create index chat_of_chat_model on chat (workspace_id, assistant_chat_model_id) where assistant_chat_model_id is not null;
create index chat_of_realtime_model on chat (workspace_id, assistant_realtime_model_id)
    where assistant_realtime_model_id is not null;
