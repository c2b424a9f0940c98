-- One service's database and its roles; run by a superuser, as often as you like.
-- ${database} and ${password} are put in by whoever runs it; statements end with a semicolon at the end of a line.

-- migrates: owns the database and, by it, schema public
create role ${database}_owner login;

-- the service itself: what the migrations grant, under row-level security
create role ${database}_app login;

-- reads the outbox from the write-ahead log
create role ${database}_relay login replication;

-- tools and tests: reads every row of every workspace, writes none
create role chats_reader login bypassrls;

alter role ${database}_owner password ${password};
alter role ${database}_app password ${password};
alter role ${database}_relay password ${password};
alter role chats_reader password ${password};
grant pg_read_all_data to chats_reader;

create database ${database} owner ${database}_owner;
revoke connect, temporary on database ${database} from public;
grant connect on database ${database} to ${database}_app, ${database}_relay, chats_reader;
