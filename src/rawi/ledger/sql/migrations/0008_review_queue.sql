-- What waits for people, the doubtful first: all that the queue asks of entries without decoding any of them.
CREATE INDEX entry_waiting ON entry (
    coalesce(json_extract(json, '$.confidence'), 'certain') = 'doubtful', number, reading, kind, id
) WHERE kind IN ('statement', 'figure', 'event');

-- Which review takes another one back.
CREATE INDEX review_target ON review (target) WHERE target IS NOT NULL;
