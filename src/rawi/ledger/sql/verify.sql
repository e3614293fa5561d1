-- name: content
SELECT 'document ' || id FROM document
UNION ALL
SELECT 'reading ' || id FROM reading
UNION ALL
SELECT 'evidence ' || blob.hash || ' ' || json_array(derivation.part, derivation.reader, derivation.options)
    || ' ' || document.id
FROM derivation
JOIN blob ON blob.number = derivation.evidence
JOIN document ON document.number = derivation.document
UNION ALL
SELECT 'rejection ' || json_array(evidence, part, url, media, code) FROM rejection
UNION ALL
SELECT 'decision ' || json_array(number, who, kind, target, json(parts), why) FROM decision
UNION ALL
SELECT 'review ' || json_array(number, who, kind, target, document, entry, json(detail), why) FROM review
ORDER BY 1;

-- name: blobs
SELECT hash, size, codec, data FROM blob ORDER BY number;

-- name: documents
SELECT document.id, blob.hash, text_index.rowid IS NOT NULL
FROM document
LEFT JOIN blob ON blob.number = document.text
LEFT JOIN text_index ON text_index.rowid = document.number
ORDER BY document.number;

-- name: derivations
SELECT evidence.hash, derivation.part, derivation.reader, derivation.options, document.id, evidence.codec, evidence.data
FROM derivation
JOIN blob AS evidence ON evidence.number = derivation.evidence
JOIN document ON document.number = derivation.document
ORDER BY derivation.number;

-- name: all_sightings
SELECT document.id, blob.hash, derivation.part, derivation.reader, derivation.options,
    sighting.path, sighting.url, sighting.media
FROM sighting
LEFT JOIN derivation ON derivation.number = sighting.derivation
LEFT JOIN blob ON blob.number = derivation.evidence
LEFT JOIN document ON document.number = derivation.document
ORDER BY sighting.number;

-- name: all_captures
SELECT blob.hash, capture.at, capture.url, capture.headers
FROM capture LEFT JOIN blob ON blob.number = capture.evidence
ORDER BY capture.number;

-- name: all_readings
SELECT document.id, reading.id, extractor.name
FROM reading
LEFT JOIN document ON document.number = reading.document
LEFT JOIN extractor ON extractor.number = reading.extractor
ORDER BY reading.number;

-- name: reading_columns
SELECT title, outlet, published, published_from FROM reading WHERE number = ?;

-- name: extractors
SELECT name, version_key FROM extractor ORDER BY number;

-- name: all_rejections
SELECT evidence, path, part, url, media, code FROM rejection ORDER BY number;

-- name: lost_blobs
SELECT DISTINCT evidence FROM rejection WHERE evidence NOT IN (SELECT hash FROM blob);

-- name: unread_blobs
SELECT hash FROM blob
WHERE number NOT IN (SELECT evidence FROM derivation)
    AND number NOT IN (SELECT text FROM document)
    AND hash NOT IN (SELECT evidence FROM rejection);

-- name: stale_current
SELECT document.id
FROM document
LEFT JOIN current ON current.document = document.number
LEFT JOIN reading_rank ON reading_rank.document = document.number AND reading_rank.place = 1
WHERE current.reading IS NOT reading_rank.number
ORDER BY 1;

-- name: integrity_check
PRAGMA integrity_check;

-- name: foreign_keys
PRAGMA foreign_key_check;

-- name: check_text_index
INSERT INTO text_index (text_index, rank) VALUES ('integrity-check', 0);

-- name: check_entry_index
INSERT INTO entry_index (entry_index, rank) VALUES ('integrity-check', 0);

-- name: all_refusals
SELECT reading.id, refusal.kind, refusal.label, refusal.code
FROM refusal LEFT JOIN reading ON reading.number = refusal.reading
ORDER BY refusal.number;
