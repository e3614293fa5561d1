-- name: last_review
SELECT max(number) FROM review;

-- name: insert_review
INSERT INTO review (number, at, who, kind, target, document, entry, detail, why) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?);

-- name: reviews
SELECT number, at, who, kind, target, document, entry, detail, why FROM review ORDER BY number;

-- name: reviews_of_document
SELECT number, at, who, kind, target, document, entry, detail, why FROM review
WHERE document = ?1 OR target IN (SELECT number FROM review WHERE document = ?1) ORDER BY number;

-- name: review
SELECT number, at, who, kind, target, document, entry, detail, why FROM review WHERE number = ?;

-- name: last_reviews_by
SELECT number, at, who, kind, target, document, entry, detail, why FROM review
WHERE kind <> 'undo' AND (?1 IS NULL OR who = ?1)
    AND NOT EXISTS (SELECT 1 FROM review AS later WHERE later.target = review.number)
ORDER BY number DESC LIMIT ?2;

-- name: undoing
SELECT number FROM review WHERE target = ?;

-- name: unsettled_reviews
SELECT DISTINCT review.document
FROM review
JOIN document ON document.id = review.document
JOIN current ON current.document = document.number
LEFT JOIN review_state ON review_state.document = review.document
WHERE review_state.reading IS NOT current.reading;

-- name: reviewable_entries
SELECT entry.id, entry.kind, entry."start", entry."end"
FROM document
JOIN current ON current.document = document.number
CROSS JOIN entry ON entry.number >= current.reading * 16777216 AND entry.number < (current.reading + 1) * 16777216
WHERE document.id = ? AND entry.kind IN ('statement', 'figure', 'event') ORDER BY entry.number;

-- name: labels
SELECT entry.label, entry.id
FROM document
JOIN current ON current.document = document.number
CROSS JOIN entry ON entry.number >= current.reading * 16777216 AND entry.number < (current.reading + 1) * 16777216
WHERE document.id = ? AND entry.kind IN ('statement', 'figure', 'event') AND entry.label IS NOT NULL ORDER BY entry.number;

-- name: clear_reviewed_of
DELETE FROM reviewed WHERE review IN (SELECT number FROM review WHERE document = ?);

-- name: set_reviewed
INSERT INTO reviewed (entry, review, standing, carried) VALUES (?, ?, ?, ?)
ON CONFLICT (entry) DO UPDATE SET review = excluded.review, standing = excluded.standing, carried = excluded.carried;

-- name: settle_reviews
INSERT INTO review_state (document, reading)
SELECT document.id, current.reading FROM current JOIN document ON document.number = current.document WHERE document.id = ?
ON CONFLICT (document) DO UPDATE SET reading = excluded.reading;

-- name: reviewed
SELECT reviewed.entry, reviewed.standing, reviewed.carried, review.number, review.at, review.who, review.kind,
    review.target, review.document, review.entry, review.detail, review.why
FROM reviewed JOIN review ON review.number = reviewed.review WHERE reviewed.entry = ?;

-- name: current_entry_of
SELECT document, kind, "start", "end" FROM current_entry WHERE id = ?;

-- name: any_reviewed
SELECT 1 FROM reviewed LIMIT 1;

-- name: rejected
SELECT entry FROM reviewed WHERE standing = 'rejected';
