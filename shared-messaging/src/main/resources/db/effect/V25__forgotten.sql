-- A look must not give to one effect what is of another that was given up, or refused and written down by the provider all the same.
-- These keep what they said until no open attempt of their time is looked for any more.
drop index effect_given_up;
create index effect_unowned on effect (sender_id, submitted_at)
    where state in ('outcome_unknown', 'rejected') and provider_id is null;
create index effect_to_forget on effect (submitted_at)
    where state in ('outcome_unknown', 'rejected') and sealed is not null;
