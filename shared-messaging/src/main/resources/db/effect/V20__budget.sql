-- What a workspace may send in an hour, and what it has sent. Numbers only.

-- One row per workspace and medium, made by its first plan. Whoever spends locks it, so that no two count at once.
create table budget (
    workspace_id uuid    not null,
    medium       text    not null check (medium in ('sms', 'call')),
    per_hour     integer check (per_hour >= 0), -- null: as the service's settings say
    primary key (workspace_id, medium)
) with (fillfactor = 50);

-- How many attempts were about to be written in which minute.
create table budget_spent (
    workspace_id uuid        not null,
    medium       text        not null,
    minute       timestamptz not null,
    many         integer     not null check (many > 0),
    primary key (workspace_id, medium, minute),
    foreign key (workspace_id, medium) references budget on delete cascade
);

-- An attempt counts once, however many tries it takes.
alter table effect add column counted boolean not null default false;

grant select, insert, update, delete on budget, budget_spent to ${appRole};
