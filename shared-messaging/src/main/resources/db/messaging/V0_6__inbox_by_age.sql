-- BRIN goes by where rows lie: once the space of forgotten rows is used again, every range looks old, and each cleaning reads the whole table.

drop index inbox_received_at;
create index inbox_by_age on inbox (received_at);
