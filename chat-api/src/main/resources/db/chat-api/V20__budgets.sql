-- How many texts, and calls, a workspace may send in an hour; null: as many as the sending services' settings say.
alter table workspace
    add column texts_per_hour integer check (texts_per_hour >= 0),
    add column calls_per_hour integer check (calls_per_hour >= 0);
