-- What a sender submitted and nobody knows the outcome of: a look must not give it to another effect.
create index effect_given_up on effect (sender_id, submitted_at) where state = 'outcome_unknown';
