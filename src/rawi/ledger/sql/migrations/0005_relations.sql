-- What holds across documents. All of it is derived and made anew at need: index_state says by which rules.

-- People also decide that reports are one story, that they are not, and what two claims are to each other.
DROP TRIGGER decision_is_not_changed;
DROP TRIGGER decision_is_not_deleted;
DROP TRIGGER decision_is_not_replaced;
ALTER TABLE decision RENAME TO older_decision;
CREATE TABLE decision (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('merge', 'split', 'verdict', 'undo')),
    target INTEGER REFERENCES decision (number),
    parts TEXT NOT NULL,
    why TEXT NOT NULL CHECK (why <> ''),
    CHECK ((kind = 'undo') = (target IS NOT NULL))
) STRICT;
INSERT INTO decision (number, at, who, kind, target, parts, why)
SELECT number, at, who, kind, target, parts, why FROM older_decision ORDER BY number;
DROP TABLE older_decision;
CREATE TRIGGER decision_is_not_changed BEFORE UPDATE ON decision
BEGIN SELECT raise(ABORT, 'decisions are never changed, only undone by another'); END;
CREATE TRIGGER decision_is_not_deleted BEFORE DELETE ON decision
BEGIN SELECT raise(ABORT, 'decisions are never changed, only undone by another'); END;
CREATE TRIGGER decision_is_not_replaced BEFORE INSERT ON decision
WHEN EXISTS (SELECT 1 FROM decision WHERE number = NEW.number)
BEGIN SELECT raise(ABORT, 'decisions are never changed, only undone by another'); END;

-- Which reading of a document its items were made of.
CREATE TABLE related (
    document INTEGER PRIMARY KEY,
    reading INTEGER NOT NULL
) STRICT;

-- Documents that have to be grouped anew, because who speaks in them, or what people decided of them, changed.
CREATE TABLE awaiting (
    document INTEGER PRIMARY KEY
) STRICT;

-- What a document brings to a relation: itself, or its statements and figures.
CREATE TABLE item (
    number INTEGER PRIMARY KEY,
    layer TEXT NOT NULL,
    document INTEGER NOT NULL,
    id TEXT NOT NULL,
    data BLOB NOT NULL,
    UNIQUE (layer, id)
) STRICT;
CREATE INDEX item_document ON item (document, layer);

-- The numbers under which items find each other; those of a layer are mixed with its name.
CREATE TABLE item_key (
    key INTEGER NOT NULL,
    item INTEGER NOT NULL,
    PRIMARY KEY (key, item)
) STRICT, WITHOUT ROWID;

-- Two items that have to do with each other, the one with the smaller id first.
CREATE TABLE pair (
    a INTEGER NOT NULL,
    b INTEGER NOT NULL,
    data BLOB NOT NULL,
    PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;
CREATE INDEX pair_b ON pair (b);

-- The blocks in which an item is compared with all others.
CREATE TABLE block (
    item INTEGER NOT NULL,
    layer TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (item, layer, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX block_name ON block (layer, name);

-- What was found: duplicates, stories, series and comparisons as JSON. place: the block, '' for groups of pairs.
CREATE TABLE relation (
    number INTEGER PRIMARY KEY,
    layer TEXT NOT NULL,
    place TEXT NOT NULL,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    data TEXT NOT NULL,
    UNIQUE (layer, place, id)
) STRICT;
CREATE INDEX relation_id ON relation (id);
CREATE INDEX relation_kind ON relation (kind, id);

-- The documents and entries that it is of.
CREATE TABLE relation_member (
    relation INTEGER NOT NULL REFERENCES relation (number) ON DELETE CASCADE,
    id TEXT NOT NULL,
    PRIMARY KEY (relation, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX relation_member_id ON relation_member (id);

-- Who speaks in one entry is asked as often as what one entity says.
CREATE INDEX claimant_entry ON claimant (entry);
