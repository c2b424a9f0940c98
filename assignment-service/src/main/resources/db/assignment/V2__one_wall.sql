-- The wall that all services share (db/messaging/afterMigrate__wall.sql) takes the place of this one's own.
drop policy one_workspace on assignment;
