-- What people decided about who is who: appended, undone by another decision, never changed.
CREATE TABLE decision (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('merge', 'split', 'undo')),
    target INTEGER REFERENCES decision (number),
    parts TEXT NOT NULL,
    why TEXT NOT NULL CHECK (why <> ''),
    CHECK ((kind = 'undo') = (target IS NOT NULL))
) STRICT;

CREATE TRIGGER decision_is_not_changed BEFORE UPDATE ON decision
BEGIN SELECT raise(ABORT, 'decisions are never changed, only undone by another'); END;
CREATE TRIGGER decision_is_not_deleted BEFORE DELETE ON decision
BEGIN SELECT raise(ABORT, 'decisions are never changed, only undone by another'); END;
CREATE TRIGGER decision_is_not_replaced BEFORE INSERT ON decision
WHEN EXISTS (SELECT 1 FROM decision WHERE number = NEW.number)
BEGIN SELECT raise(ABORT, 'decisions are never changed, only undone by another'); END;

-- Derived, recomputed by an update: entities across documents. index_state says for which readings and decisions.
CREATE TABLE entity (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL CHECK (type IN ('person', 'organisation', 'place')),
    name TEXT NOT NULL,
    link TEXT,
    roles TEXT NOT NULL
) STRICT;

-- The entries that are one entity, and why: an entity of a document, or the first statement of a speaker who is none.
CREATE TABLE member (
    entry TEXT NOT NULL,
    entity INTEGER NOT NULL REFERENCES entity (number),
    document TEXT NOT NULL,
    handle TEXT NOT NULL,
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    rule TEXT NOT NULL,
    evidence TEXT NOT NULL,
    other TEXT,
    PRIMARY KEY (entity, document, entry)
) STRICT, WITHOUT ROWID;
CREATE INDEX member_handle ON member (handle);
CREATE INDEX member_entry ON member (entry);
CREATE INDEX member_folded ON member (folded);
CREATE INDEX member_document ON member (document);

-- Which form each outlet used for an entity, and how often.
CREATE TABLE naming (
    entity INTEGER NOT NULL REFERENCES entity (number),
    outlet TEXT NOT NULL,
    name TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (entity, outlet, name)
) STRICT, WITHOUT ROWID;

-- Who speaks in a statement, and who holds a figure.
CREATE TABLE claimant (
    entity INTEGER NOT NULL REFERENCES entity (number),
    entry INTEGER NOT NULL,
    PRIMARY KEY (entity, entry)
) STRICT, WITHOUT ROWID;

CREATE TABLE suggestion (
    number INTEGER PRIMARY KEY,
    a TEXT NOT NULL,
    b TEXT NOT NULL,
    score REAL NOT NULL,
    reasons TEXT NOT NULL
) STRICT;
CREATE INDEX suggestion_a ON suggestion (a);
CREATE INDEX suggestion_b ON suggestion (b);

-- Decisions that a later one overrules.
CREATE TABLE overruling (
    decision INTEGER NOT NULL,
    overruled_by INTEGER NOT NULL,
    names TEXT NOT NULL,
    PRIMARY KEY (decision, overruled_by)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE name_index USING fts5 (
    names, content = '', columnsize = 0, tokenize = 'unicode61 remove_diacritics 0'
);
