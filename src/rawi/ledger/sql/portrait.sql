-- name: portrait_entries
SELECT entry.number, entry.id, entry.kind, entry.reading, entry.position, entry.label, entry.polarity, entry.what,
    entry.unit, coalesce(entry.first_day, reading.published) AS day, document.id, reading.title, reading.outlet,
    reading.published, json_extract(entry.json, '$.repeats')
FROM claimant
JOIN entry ON entry.number = claimant.entry
JOIN current ON current.reading = entry.reading
JOIN reading ON reading.number = entry.reading
JOIN document ON document.number = current.document
WHERE claimant.entity = ?
ORDER BY day IS NULL, day DESC, entry.number;

-- name: portrait_relations
SELECT entry.id, relation.kind, relation.id,
    CASE relation.kind
        WHEN 'comparisons' THEN json_extract(relation.data, '$.verdict')
        WHEN 'recurrences' THEN relation.data
    END
FROM claimant
JOIN entry ON entry.number = claimant.entry
JOIN current ON current.reading = entry.reading
JOIN relation_member ON relation_member.id = entry.id
JOIN relation ON relation.number = relation_member.relation
WHERE claimant.entity = ? AND relation.kind IN ('recurrences', 'series', 'comparisons')
ORDER BY relation.id, entry.id;

-- name: portrait_links
SELECT entry.id, json_extract(link.value, '$.kind'), json_extract(link.value, '$.name')
FROM claimant
JOIN entry ON entry.number = claimant.entry
JOIN current ON current.reading = entry.reading
JOIN json_each(entry.json, '$.chain') AS link
WHERE claimant.entity = ?1 AND entry.kind = 'statement'
UNION ALL
SELECT entry.id, json_extract(link.value, '$.kind'), json_extract(link.value, '$.name')
FROM claimant
JOIN entry ON entry.number = claimant.entry
JOIN current ON current.reading = entry.reading
JOIN reading ON reading.number = entry.reading
JOIN json_each(reading.json, '$.chain') AS link
WHERE claimant.entity = ?1 AND entry.kind = 'statement';

-- name: portrait_relayers
SELECT DISTINCT entry.id, relayer.id, relayer.name
FROM claimant
JOIN entry ON entry.number = claimant.entry
JOIN current ON current.reading = entry.reading
JOIN entry AS around ON around.number >= entry.reading * 16777216
    AND around.number < (entry.reading + 1) * 16777216
    AND around.label = json_extract(entry.json, '$.within')
JOIN claimant AS outer_claimant ON outer_claimant.entry = around.number
JOIN entity AS relayer ON relayer.number = outer_claimant.entity
WHERE claimant.entity = ?1 AND entry.kind = 'statement' AND relayer.number <> ?1;

-- name: portrait_labels
SELECT entry.reading, entry.label
FROM member
JOIN entry ON entry.id = member.entry AND entry.kind = 'entity'
JOIN current ON current.reading = entry.reading
WHERE member.entity = ?;

-- name: portrait_events
SELECT entry.id, entry.reading, entry.json, coalesce(entry.first_day, reading.published) AS day
FROM json_each(?) AS wanted
JOIN entry ON entry.number >= wanted.value * 16777216 AND entry.number < (wanted.value + 1) * 16777216
JOIN reading ON reading.number = entry.reading
WHERE entry.kind = 'event'
ORDER BY day IS NULL, day DESC, entry.number;

-- name: portrait_ties
SELECT entity.id, entity.type, entity.name, count(DISTINCT beside.document) AS documents
FROM (SELECT DISTINCT document FROM member WHERE member.entity = ?1) AS here
JOIN member AS beside ON beside.document = here.document
JOIN entity ON entity.number = beside.entity
WHERE entity.number <> ?1 AND entity.type IN ('person', 'organisation')
GROUP BY entity.number
ORDER BY documents DESC, entity.id;

-- name: voices_of_entries
SELECT entry.id, entity.id, entity.name, member.name
FROM json_each(?) AS wanted
JOIN entry ON entry.id = wanted.value
JOIN current ON current.reading = entry.reading
JOIN document ON document.number = current.document
JOIN claimant ON claimant.entry = entry.number
JOIN entity ON entity.number = claimant.entity
LEFT JOIN member ON member.entity = entity.number AND member.document = document.id
ORDER BY entry.id, entity.id, member.name;

-- name: suggestions_between
SELECT suggestion.a, one.name, suggestion.b, other.name, suggestion.score, suggestion.reasons,
    one.number, one.roles, other.number, other.roles
FROM suggestion JOIN entity AS one ON one.id = suggestion.a JOIN entity AS other ON other.id = suggestion.b
WHERE (:type IS NULL OR one.type = :type)
ORDER BY suggestion.score DESC, suggestion.a, suggestion.b
LIMIT :limit OFFSET :offset;

-- name: count_suggestions
SELECT one.type, count(*) FROM suggestion JOIN entity AS one ON one.id = suggestion.a GROUP BY one.type;
