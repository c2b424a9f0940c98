-- Of a lane with 100,000 texts an e-mail is found at once: each medium has hands of its own, and is claimed only while one is free.
drop index effect_due;
create index effect_due on effect (workspace_id, lane_id, medium, due_at, position) where state = 'planned';
