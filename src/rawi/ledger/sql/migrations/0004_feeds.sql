-- Which feeds are pulled: each adding and removing, appended, never changed; the last one of an address counts.
CREATE TABLE subscription (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('added', 'removed')),
    url TEXT NOT NULL CHECK (url <> ''),
    title TEXT NOT NULL,
    outlet TEXT NOT NULL,
    why TEXT NOT NULL CHECK (why <> '')
) STRICT;
CREATE INDEX subscription_url ON subscription (url);

CREATE TRIGGER subscription_is_not_changed BEFORE UPDATE ON subscription
BEGIN SELECT raise(ABORT, 'subscriptions are never changed, only followed by another'); END;
CREATE TRIGGER subscription_is_not_deleted BEFORE DELETE ON subscription
BEGIN SELECT raise(ABORT, 'subscriptions are never changed, only followed by another'); END;
CREATE TRIGGER subscription_is_not_replaced BEFORE INSERT ON subscription
WHEN EXISTS (SELECT 1 FROM subscription WHERE number = NEW.number)
BEGIN SELECT raise(ABORT, 'subscriptions are never changed, only followed by another'); END;

-- How the last pull of a feed went, and what to ask with next time. It changes, is no evidence, and is not verified.
CREATE TABLE pull (
    url TEXT PRIMARY KEY,
    at TEXT NOT NULL,
    status TEXT NOT NULL,
    failures INTEGER NOT NULL,
    answered TEXT NOT NULL,
    etag TEXT NOT NULL,
    modified TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The entries that the last pull of a feed met and that are done with, by their hash.
CREATE TABLE pulled_entry (
    url TEXT NOT NULL,
    entry TEXT NOT NULL,
    PRIMARY KEY (url, entry)
) STRICT, WITHOUT ROWID;

CREATE INDEX capture_url ON capture (url);
