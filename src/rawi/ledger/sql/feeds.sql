-- name: subscriptions
SELECT number, at, who, kind, url, title, outlet, why FROM subscription ORDER BY number;

-- name: last_subscription
SELECT number, kind, title, outlet FROM subscription WHERE url = ? ORDER BY number DESC LIMIT 1;

-- name: last_subscription_number
SELECT max(number) FROM subscription;

-- name: insert_subscription
INSERT INTO subscription (number, at, who, kind, url, title, outlet, why) VALUES (?, ?, ?, ?, ?, ?, ?, ?);

-- name: feeds
SELECT subscription.url, subscription.title, subscription.outlet, subscription.at,
    pull.at, pull.status, pull.failures, pull.answered, pull.etag, pull.modified, pull.body
FROM subscription
LEFT JOIN pull ON pull.url = subscription.url
WHERE subscription.kind = 'added'
    AND subscription.number = (SELECT max(number) FROM subscription AS later WHERE later.url = subscription.url)
ORDER BY subscription.number;

-- name: set_pull
INSERT INTO pull (url, at, status, failures, answered, etag, modified, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (url) DO UPDATE SET at = excluded.at, status = excluded.status, failures = excluded.failures,
    answered = excluded.answered, etag = excluded.etag, modified = excluded.modified, body = excluded.body;

-- name: fail_pull
INSERT INTO pull (url, at, status, failures, answered, etag, modified, body) VALUES (?, ?, ?, 1, '', '', '', '')
ON CONFLICT (url) DO UPDATE SET at = excluded.at, status = excluded.status, failures = pull.failures + 1;

-- name: pulled_entries
SELECT entry FROM pulled_entry WHERE url = ?;

-- name: clear_pulled_entries
DELETE FROM pulled_entry WHERE url = ?;

-- name: insert_pulled_entry
INSERT INTO pulled_entry (url, entry) VALUES (?, ?);

-- name: forget_pull
DELETE FROM pull WHERE url = ?;

-- name: last_capture
SELECT capture.at, capture.url, capture.headers, reading.json
FROM capture
JOIN derivation ON derivation.evidence = capture.evidence
JOIN current ON current.document = derivation.document
JOIN reading ON reading.number = current.reading
WHERE capture.url = ?
ORDER BY capture.at DESC, capture.number DESC LIMIT 1;
