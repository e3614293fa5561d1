-- When and from where original bytes were fetched, with the headers of the answer: each fetch once.
CREATE TABLE capture (
    number INTEGER PRIMARY KEY,
    evidence INTEGER NOT NULL REFERENCES blob (number),
    at TEXT NOT NULL,
    url TEXT NOT NULL,
    headers TEXT NOT NULL,
    UNIQUE (evidence, at, url, headers)
) STRICT;

CREATE TRIGGER capture_is_not_changed BEFORE UPDATE ON capture
BEGIN SELECT raise(ABORT, 'captures are never changed'); END;
CREATE TRIGGER capture_is_not_deleted BEFORE DELETE ON capture
BEGIN SELECT raise(ABORT, 'captures are never deleted'); END;
