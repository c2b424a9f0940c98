-- What was given up keeps what it said until no open attempt of its time is looked for any more.
create index effect_to_forget on effect (submitted_at) where state = 'outcome_unknown' and sealed is not null;
