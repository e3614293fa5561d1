-- name: find_blob
SELECT number FROM blob WHERE hash = ?;

-- name: insert_blob
INSERT INTO blob (hash, size, codec, data) VALUES (?, ?, ?, ?) RETURNING number;

-- name: find_document
SELECT number FROM document WHERE id = ?;

-- name: insert_document
INSERT INTO document (id, text) VALUES (?, ?) RETURNING number;

-- name: find_derivation
SELECT number FROM derivation
WHERE evidence = ? AND part = ? AND reader = ? AND options = ? AND document = ?;

-- name: insert_derivation
INSERT INTO derivation (evidence, part, reader, options, document) VALUES (?, ?, ?, ?, ?) RETURNING number;

-- name: find_sighting
SELECT number FROM sighting WHERE derivation = ? AND path = ? AND url = ? AND media = ?;

-- name: insert_sighting
INSERT INTO sighting (derivation, path, url, media) VALUES (?, ?, ?, ?) RETURNING number;

-- name: find_capture
SELECT number FROM capture WHERE evidence = ? AND at = ? AND url = ? AND headers = ?;

-- name: insert_capture
INSERT INTO capture (evidence, at, url, headers) VALUES (?, ?, ?, ?) RETURNING number;

-- name: find_extractor
SELECT number FROM extractor WHERE name = ?;

-- name: insert_extractor
INSERT INTO extractor (name, version_key) VALUES (?, ?) RETURNING number;

-- name: find_reading
SELECT number FROM reading WHERE id = ?;

-- name: find_reading_by_extractor
SELECT number FROM reading WHERE document = ? AND extractor = ? LIMIT 1;

-- name: insert_reading
INSERT INTO reading (id, document, extractor, title, outlet, published, published_from, json)
VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING number;

-- name: insert_entry
INSERT INTO entry (
    number, reading, position, id, kind, label, "start", "end", form, polarity, who, what, place,
    low, high, unit, first_day, last_day, rule, json
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- name: insert_refusal
INSERT INTO refusal (reading, kind, label, code) VALUES (?, ?, ?, ?);

-- name: find_rejection
SELECT number FROM rejection
WHERE evidence = ? AND path = ? AND part = ? AND url = ? AND media = ? AND code = ?;

-- name: insert_rejection
INSERT INTO rejection (evidence, path, part, url, media, code) VALUES (?, ?, ?, ?, ?, ?) RETURNING number;

-- name: find_current
SELECT reading FROM current WHERE document = ?;

-- name: insert_current
INSERT INTO current (document, reading) VALUES (?, ?);

-- name: set_current
INSERT INTO current (document, reading)
SELECT document, number FROM reading_rank WHERE document = ? AND place = 1
ON CONFLICT (document) DO UPDATE SET reading = excluded.reading;

-- name: index_text
INSERT INTO text_index (rowid, folded) VALUES (?, ?);

-- name: index_entry
INSERT INTO entry_index (rowid, who, what, place, near) VALUES (?, ?, ?, ?, ?);

-- name: clear_text_index
INSERT INTO text_index (text_index) VALUES ('delete-all');

-- name: clear_entry_index
INSERT INTO entry_index (entry_index) VALUES ('delete-all');

-- name: index_state
SELECT value FROM index_state WHERE name = ?;

-- name: set_index_state
INSERT INTO index_state (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value;

-- name: journal_head
SELECT number, hash FROM journal ORDER BY number DESC LIMIT 1;

-- name: append_journal
INSERT INTO journal (number, at, who, what, why, subject, detail, previous, hash)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?);
