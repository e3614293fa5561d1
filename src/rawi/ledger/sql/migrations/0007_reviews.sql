-- What people decided about single entries: appended, taken back by another, never changed.
CREATE TABLE review (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('accept', 'reject', 'correct', 'background', 'undo')),
    target INTEGER REFERENCES review (number),
    document TEXT NOT NULL,
    entry TEXT NOT NULL,
    detail TEXT NOT NULL,
    why TEXT NOT NULL CHECK (why <> ''),
    CHECK ((kind = 'undo') = (target IS NOT NULL)),
    CHECK ((kind = 'undo') = (entry = ''))
) STRICT;
CREATE INDEX review_document ON review (document);

CREATE TRIGGER review_is_not_changed BEFORE UPDATE ON review
BEGIN SELECT raise(ABORT, 'reviews are never changed, only taken back by another'); END;
CREATE TRIGGER review_is_not_deleted BEFORE DELETE ON review
BEGIN SELECT raise(ABORT, 'reviews are never changed, only taken back by another'); END;
CREATE TRIGGER review_is_not_replaced BEFORE INSERT ON review
WHEN EXISTS (SELECT 1 FROM review WHERE number = NEW.number)
BEGIN SELECT raise(ABORT, 'reviews are never changed, only taken back by another'); END;

-- Derived: how current entries stand. Those that are not here stand as the machine left them.
CREATE TABLE reviewed (
    entry TEXT PRIMARY KEY,
    review INTEGER NOT NULL,
    standing TEXT NOT NULL,
    carried INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Derived: for which reading of a document its reviews were last laid to entries.
CREATE TABLE review_state (
    document TEXT PRIMARY KEY,
    reading INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
