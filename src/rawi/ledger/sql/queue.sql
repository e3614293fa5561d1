-- name: waiting
SELECT entry.number, entry.id, entry.kind, document.id, entry.label
FROM entry INDEXED BY entry_waiting
CROSS JOIN current ON current.reading = entry.reading
CROSS JOIN document ON document.number = current.document
WHERE entry.kind IN ('statement', 'figure', 'event')
    AND (coalesce(json_extract(entry.json, '$.confidence'), 'certain') = 'doubtful') = :doubtful
    AND entry.number > :after
    AND (:kind IS NULL OR entry.kind = :kind)
    AND entry.id NOT IN (SELECT reviewed.entry FROM reviewed)
ORDER BY entry.number LIMIT :limit;

-- name: waiting_in
SELECT entry.number, entry.id, entry.kind, document.id, entry.label
FROM document
JOIN current ON current.document = document.number
JOIN entry ON entry.number >= current.reading * 16777216 AND entry.number < (current.reading + 1) * 16777216
WHERE document.id = :document
    AND entry.kind IN ('statement', 'figure', 'event')
    AND (coalesce(json_extract(entry.json, '$.confidence'), 'certain') = 'doubtful') = :doubtful
    AND entry.number > :after
    AND (:kind IS NULL OR entry.kind = :kind)
    AND entry.id NOT IN (SELECT reviewed.entry FROM reviewed)
ORDER BY entry.number LIMIT :limit;

-- name: count_waiting
SELECT
    1, count(*) FILTER (WHERE entry.kind = 'statement'), count(*) FILTER (WHERE entry.kind = 'figure'),
    count(*) FILTER (WHERE entry.kind = 'event')
FROM entry INDEXED BY entry_waiting
CROSS JOIN current ON current.reading = entry.reading
WHERE entry.kind IN ('statement', 'figure', 'event')
    AND (coalesce(json_extract(entry.json, '$.confidence'), 'certain') = 'doubtful') = 1
    AND entry.id NOT IN (SELECT reviewed.entry FROM reviewed)
UNION ALL
SELECT
    0, count(*) FILTER (WHERE entry.kind = 'statement'), count(*) FILTER (WHERE entry.kind = 'figure'),
    count(*) FILTER (WHERE entry.kind = 'event')
FROM entry INDEXED BY entry_waiting
CROSS JOIN current ON current.reading = entry.reading
WHERE entry.kind IN ('statement', 'figure', 'event')
    AND (coalesce(json_extract(entry.json, '$.confidence'), 'certain') = 'doubtful') = 0
    AND entry.id NOT IN (SELECT reviewed.entry FROM reviewed);

-- name: last_reviews_with_undoing
SELECT review.number, review.at, review.who, review.kind, review.target, review.document, review.entry,
    review.detail, review.why, (SELECT min(later.number) FROM review AS later WHERE later.target = review.number)
FROM review ORDER BY review.number DESC LIMIT ?;
