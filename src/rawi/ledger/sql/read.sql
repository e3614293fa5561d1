-- name: reading
SELECT reading.number, reading.id, document.id, extractor.name, reading.json, blob.hash, blob.codec, blob.data,
    EXISTS (SELECT 1 FROM current WHERE current.reading = reading.number),
    (SELECT min(coalesce(nullif(sighting.url, ''), sighting.path)) FROM sighting
     JOIN derivation ON derivation.number = sighting.derivation WHERE derivation.document = document.number)
FROM reading
JOIN document ON document.number = reading.document
JOIN extractor ON extractor.number = reading.extractor
JOIN blob ON blob.number = document.text
WHERE reading.number = ?;

-- name: other_publications
SELECT DISTINCT other.outlet, other.published
FROM reading JOIN reading AS other ON other.document = reading.document AND other.extractor = reading.extractor
WHERE reading.number = ? AND other.number <> reading.number
    AND (other.outlet IS NOT reading.outlet OR other.published IS NOT reading.published)
ORDER BY other.published IS NULL, other.published, other.outlet;

-- name: entries
SELECT number, reading, position, id, kind, label, "start", "end", form, polarity, who, what, place,
    low, high, unit, first_day, last_day, rule, json
FROM entry WHERE number >= ?1 * 16777216 AND number < (?1 + 1) * 16777216 ORDER BY number;

-- name: readings
SELECT number FROM reading ORDER BY number;

-- name: current_readings
SELECT current.reading FROM current JOIN document ON document.number = current.document ORDER BY document.id;

-- name: current_documents
SELECT document.id, current.reading FROM current JOIN document ON document.number = current.document ORDER BY document.id;

-- name: current_reading
SELECT reading FROM current JOIN document ON document.number = current.document WHERE document.id = ?;

-- name: documents_by_prefix
SELECT id FROM document WHERE id >= ?1 AND id < ?1 || char(1114111) ORDER BY id LIMIT 2;

-- name: entries_by_prefix
SELECT DISTINCT id FROM entry WHERE id >= ?1 AND id < ?1 || char(1114111) ORDER BY id LIMIT 2;

-- name: entry_places
SELECT entry.reading, entry.position
FROM entry LEFT JOIN current ON current.reading = entry.reading
WHERE entry.id = ?
ORDER BY current.reading IS NULL, entry.reading DESC, entry.position;

-- name: find
SELECT current.reading
FROM text_index
JOIN document ON document.number = text_index.rowid
JOIN current ON current.document = document.number
WHERE text_index MATCH ?
ORDER BY bm25(text_index), document.id LIMIT ? OFFSET ?;

-- name: find_ids
SELECT document.id, current.reading
FROM text_index
JOIN document ON document.number = text_index.rowid
JOIN current ON current.document = document.number
WHERE text_index MATCH ?
ORDER BY bm25(text_index), document.id;

-- name: claims
SELECT entry.reading, entry.position, entry.first_day IS NULL AND entry.last_day IS NULL
FROM entry
JOIN current ON current.reading = entry.reading
JOIN document ON document.number = current.document
WHERE entry.kind = :kind
    AND (:since IS NULL OR entry.last_day >= :since)
    AND (:until IS NULL OR entry.first_day <= :until)
    AND (:form IS NULL OR entry.form = :form)
    AND (:confidence IS NULL OR coalesce(json_extract(entry.json, '$.confidence'), 'certain') = :confidence)
ORDER BY entry.first_day IS NULL, entry.first_day, document.id, entry.position;

-- name: claims_matching
SELECT entry.reading, entry.position, entry.first_day IS NULL AND entry.last_day IS NULL
FROM entry_index
JOIN entry ON entry.number = entry_index.rowid
JOIN current ON current.reading = entry.reading
JOIN document ON document.number = current.document
WHERE entry_index MATCH :match
    AND entry.kind = :kind
    AND (:since IS NULL OR entry.last_day >= :since)
    AND (:until IS NULL OR entry.first_day <= :until)
    AND (:form IS NULL OR entry.form = :form)
    AND (:confidence IS NULL OR coalesce(json_extract(entry.json, '$.confidence'), 'certain') = :confidence)
ORDER BY entry.first_day IS NULL, entry.first_day, document.id, entry.position;

-- name: claims_by
SELECT entry.reading, entry.position, entry.first_day IS NULL AND entry.last_day IS NULL
FROM entry
JOIN current ON current.reading = entry.reading
JOIN document ON document.number = current.document
WHERE entry.number IN (
        SELECT rowid FROM entry_index WHERE entry_index MATCH :match
        UNION
        SELECT claimant.entry FROM claimant
        WHERE claimant.entity IN (
                SELECT name_index.rowid FROM name_index JOIN entity ON entity.number = name_index.rowid
                WHERE name_index MATCH :names AND entity.type = 'person'
                UNION
                SELECT member.entity FROM member WHERE member.folded = :folded
            )
            AND (:rest IS NULL
                OR claimant.entry IN (SELECT rowid FROM entry_index WHERE entry_index MATCH :rest))
    )
    AND entry.kind = :kind
    AND (:since IS NULL OR entry.last_day >= :since)
    AND (:until IS NULL OR entry.first_day <= :until)
    AND (:form IS NULL OR entry.form = :form)
    AND (:confidence IS NULL OR coalesce(json_extract(entry.json, '$.confidence'), 'certain') = :confidence)
ORDER BY entry.first_day IS NULL, entry.first_day, document.id, entry.position;

-- name: denials
SELECT entry.reading, entry.position
FROM entry
JOIN current ON current.reading = entry.reading
JOIN document ON document.number = current.document
WHERE entry.polarity = 'denied'
ORDER BY document.id, entry.position;

-- name: sightings
SELECT blob.hash, blob.size, derivation.part, derivation.reader, derivation.options,
    sighting.path, sighting.url, sighting.media
FROM document
JOIN derivation ON derivation.document = document.number
JOIN sighting ON sighting.derivation = derivation.number
JOIN blob ON blob.number = derivation.evidence
WHERE document.id = ?
ORDER BY 1, 3, 4, 5, 6, 7, 8;

-- name: captures
SELECT capture.at, capture.url, capture.headers
FROM capture JOIN blob ON blob.number = capture.evidence
WHERE blob.hash = ?
ORDER BY 1, 2, 3;

-- name: has_capture
SELECT capture.number
FROM capture JOIN blob ON blob.number = capture.evidence
WHERE blob.hash = ? AND capture.at = ? AND capture.url = ? AND capture.headers = ?;

-- name: evidence
SELECT hash, codec, data FROM blob WHERE hash = ?;

-- name: has_reading
SELECT document.id
FROM blob
JOIN derivation ON derivation.evidence = blob.number
JOIN document ON document.number = derivation.document
JOIN sighting ON sighting.derivation = derivation.number
JOIN reading ON reading.document = document.number
JOIN extractor ON extractor.number = reading.extractor
WHERE blob.hash = ? AND derivation.part = ? AND derivation.reader = ? AND derivation.options = ?
    AND sighting.path = ? AND sighting.url = ? AND sighting.media = ? AND extractor.name = ?
LIMIT 1;

-- name: count_kinds
SELECT entry.kind, count(*) FROM entry JOIN current ON current.reading = entry.reading GROUP BY entry.kind;

-- name: count_tables
SELECT
    (SELECT count(*) FROM document),
    (SELECT count(DISTINCT evidence) FROM derivation),
    (SELECT count(*) FROM sighting),
    (SELECT count(*) FROM reading),
    (SELECT count(*) FROM refusal),
    (SELECT count(*) FROM rejection),
    (SELECT count(*) FROM journal);

-- name: refusals
SELECT kind, label, code FROM refusal WHERE reading = ? ORDER BY number;

-- name: journal
SELECT number, at, who, what, why, subject, detail, previous, hash FROM journal ORDER BY number;

-- name: journal_of
SELECT number, at, who, what, why, subject, detail, previous, hash
FROM journal WHERE subject = ? ORDER BY number;

-- name: readings_to_index
SELECT number, document FROM reading ORDER BY number;

-- name: claims_near
SELECT entry.reading, entry.position
FROM entry_index
JOIN entry ON entry.number = entry_index.rowid
JOIN current ON current.reading = entry.reading
JOIN document ON document.number = current.document
WHERE entry_index MATCH :match AND entry.kind = :kind
ORDER BY entry.first_day IS NULL, entry.first_day DESC, document.id, entry.position
LIMIT :most;

-- name: figures_valued
SELECT entry.reading, entry.position
FROM text_index
CROSS JOIN document ON document.number = text_index.rowid
CROSS JOIN current ON current.document = document.number
CROSS JOIN entry ON entry.number >= current.reading * 16777216 AND entry.number < (current.reading + 1) * 16777216
WHERE text_index MATCH :match
    AND entry.kind = 'figure'
    AND (entry.low BETWEEN :least AND :top OR entry.high BETWEEN :least AND :top)
ORDER BY entry.first_day IS NULL, entry.first_day DESC, document.id, entry.position
LIMIT :most;

-- name: events
SELECT entry.id, entry.reading, entry.json
FROM entry
JOIN current ON current.reading = entry.reading
JOIN document ON document.number = current.document
WHERE entry.kind = 'event'
    AND entry.kind IN ('statement', 'figure', 'event') -- what the index is of
    AND (:since IS NULL OR entry.last_day >= :since)
    AND (:until IS NULL OR entry.first_day <= :until)
    AND (:form IS NULL OR entry.form = :form)
ORDER BY entry.first_day IS NULL, entry.first_day, document.id, entry.position;

-- name: labels_of_name
SELECT entry.reading, entry.label
FROM member AS named
JOIN member ON member.entity = named.entity
JOIN entry ON entry.id = member.entry
JOIN current ON current.reading = entry.reading
WHERE named.folded = ?;

-- name: entity_at
SELECT json FROM entry WHERE number >= ?1 * 16777216 AND number < (?1 + 1) * 16777216 AND label = ?2;

-- name: entry_id_at
SELECT id FROM entry WHERE number = ?1 * 16777216 + ?2;

-- name: document_of_reading
SELECT document.id FROM reading JOIN document ON document.number = reading.document WHERE reading.number = ?;

-- name: entity_of_link
SELECT name FROM entity WHERE link = ? ORDER BY id LIMIT 1;
