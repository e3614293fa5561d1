-- name: waiting
SELECT entry.number, entry.id, entry.kind, document.id, entry.label, entry.rule
FROM entry INDEXED BY entry_waiting
CROSS JOIN current ON current.reading = entry.reading
CROSS JOIN document ON document.number = current.document
CROSS JOIN reading ON reading.number = entry.reading
WHERE entry.kind IN ('statement', 'figure', 'event')
    AND (coalesce(json_extract(entry.json, '$.confidence'), 'certain') = 'doubtful') = :doubtful
    AND entry.number > :after
    AND (:kind IS NULL OR entry.kind = :kind)
    AND (:rule IS NULL OR entry.rule = :rule)
    AND (:outlet IS NULL OR reading.outlet = :outlet)
    AND (:since IS NULL OR reading.published >= :since
        OR document.id IN (SELECT journal.subject FROM journal WHERE journal.at >= :since))
    AND entry.id NOT IN (SELECT reviewed.entry FROM reviewed)
ORDER BY entry.number LIMIT :limit;

-- name: waiting_in
SELECT entry.number, entry.id, entry.kind, document.id, entry.label, entry.rule
FROM json_each(:documents) AS wanted
CROSS JOIN document ON document.id = wanted.value
CROSS JOIN current ON current.document = document.number
CROSS JOIN reading ON reading.number = current.reading
CROSS JOIN entry ON entry.number >= current.reading * 16777216 AND entry.number < (current.reading + 1) * 16777216
WHERE entry.kind IN ('statement', 'figure', 'event')
    AND (coalesce(json_extract(entry.json, '$.confidence'), 'certain') = 'doubtful') = :doubtful
    AND entry.number > :after
    AND (:kind IS NULL OR entry.kind = :kind)
    AND (:rule IS NULL OR entry.rule = :rule)
    AND (:outlet IS NULL OR reading.outlet = :outlet)
    AND (:since IS NULL OR reading.published >= :since
        OR document.id IN (SELECT journal.subject FROM journal WHERE journal.at >= :since))
    AND entry.id NOT IN (SELECT reviewed.entry FROM reviewed)
ORDER BY entry.number LIMIT :limit;

-- name: count_waiting_of
SELECT
    count(*) FILTER (WHERE entry.kind = 'statement'), count(*) FILTER (WHERE entry.kind = 'figure'),
    count(*) FILTER (WHERE entry.kind = 'event')
FROM entry INDEXED BY entry_waiting
CROSS JOIN current ON current.reading = entry.reading
CROSS JOIN document ON document.number = current.document
CROSS JOIN reading ON reading.number = entry.reading
WHERE entry.kind IN ('statement', 'figure', 'event')
    AND (coalesce(json_extract(entry.json, '$.confidence'), 'certain') = 'doubtful') = :doubtful
    AND (:kind IS NULL OR entry.kind = :kind)
    AND (:rule IS NULL OR entry.rule = :rule)
    AND (:outlet IS NULL OR reading.outlet = :outlet)
    AND (:since IS NULL OR reading.published >= :since
        OR document.id IN (SELECT journal.subject FROM journal WHERE journal.at >= :since))
    AND entry.id NOT IN (SELECT reviewed.entry FROM reviewed);

-- name: count_waiting_in
SELECT
    count(*) FILTER (WHERE entry.kind = 'statement'), count(*) FILTER (WHERE entry.kind = 'figure'),
    count(*) FILTER (WHERE entry.kind = 'event')
FROM json_each(:documents) AS wanted
CROSS JOIN document ON document.id = wanted.value
CROSS JOIN current ON current.document = document.number
CROSS JOIN reading ON reading.number = current.reading
CROSS JOIN entry ON entry.number >= current.reading * 16777216 AND entry.number < (current.reading + 1) * 16777216
WHERE entry.kind IN ('statement', 'figure', 'event')
    AND (coalesce(json_extract(entry.json, '$.confidence'), 'certain') = 'doubtful') = :doubtful
    AND (:kind IS NULL OR entry.kind = :kind)
    AND (:rule IS NULL OR entry.rule = :rule)
    AND (:outlet IS NULL OR reading.outlet = :outlet)
    AND (:since IS NULL OR reading.published >= :since
        OR document.id IN (SELECT journal.subject FROM journal WHERE journal.at >= :since))
    AND entry.id NOT IN (SELECT reviewed.entry FROM reviewed);

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

-- name: count_done
SELECT count(*) FROM review
WHERE review.kind <> 'undo' AND review.at >= ?
    AND NOT EXISTS (SELECT 1 FROM review AS later WHERE later.target = review.number);

-- name: similar_reviews
SELECT max(other.rule = mine.rule), max(coalesce(other.who = mine.who, 0)), max(coalesce(other.what = mine.what, 0)),
    review.number, review.at, review.who, review.kind, review.target, review.document, review.entry, review.detail,
    review.why
FROM (SELECT entry.id, entry.kind, entry.rule, entry.who, entry.what FROM entry WHERE entry.id = :id LIMIT 1) AS mine
CROSS JOIN reviewed ON reviewed.entry <> mine.id
CROSS JOIN entry AS other ON other.id = reviewed.entry AND other.kind = mine.kind
CROSS JOIN review ON review.number = reviewed.review
WHERE (other.rule = mine.rule AND mine.rule <> '') OR other.who = mine.who OR other.what = mine.what
GROUP BY review.number ORDER BY review.number DESC LIMIT :limit;

-- name: count_relations_of
SELECT count(DISTINCT relation) FROM relation_member WHERE id = ?;

-- name: entry_document
SELECT document.id FROM entry
JOIN reading ON reading.number = entry.reading
JOIN document ON document.number = reading.document
WHERE entry.id = ? LIMIT 1;

-- name: documents_with_orphans
SELECT DISTINCT review.document FROM review
WHERE review.kind <> 'undo'
    AND NOT EXISTS (SELECT 1 FROM review AS later WHERE later.target = review.number)
    AND NOT EXISTS (SELECT 1 FROM current_entry WHERE current_entry.id = review.entry);
