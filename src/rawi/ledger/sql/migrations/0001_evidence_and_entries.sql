-- The first schema. Absent words are '' where they are part of a key (NULLs never collide in SQLite) and NULL elsewhere.

-- Bytes stored once under their sha256: originals as they came, and the texts read from them as UTF-8.
CREATE TABLE blob (
    number INTEGER PRIMARY KEY,
    hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64),
    size INTEGER NOT NULL,
    codec TEXT NOT NULL CHECK (codec IN ('raw', 'zlib')),
    data BLOB NOT NULL
) STRICT;

-- A document is a text: the same words from two places are one document seen twice.
CREATE TABLE document (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    text INTEGER NOT NULL REFERENCES blob (number)
) STRICT;

-- How a text was read from bytes: (bytes, part, reader with version, options) -> text.
CREATE TABLE derivation (
    number INTEGER PRIMARY KEY,
    evidence INTEGER NOT NULL REFERENCES blob (number),
    part TEXT NOT NULL,
    reader TEXT NOT NULL,
    options TEXT NOT NULL,
    document INTEGER NOT NULL REFERENCES document (number),
    UNIQUE (evidence, part, reader, options, document)
) STRICT;
CREATE INDEX derivation_document ON derivation (document);

-- Where bytes were met: a path or an address.
CREATE TABLE sighting (
    number INTEGER PRIMARY KEY,
    derivation INTEGER NOT NULL REFERENCES derivation (number),
    path TEXT NOT NULL,
    url TEXT NOT NULL,
    media TEXT NOT NULL,
    UNIQUE (derivation, path, url, media)
) STRICT;

CREATE TABLE extractor (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    version_key TEXT NOT NULL
) STRICT;

-- What one extractor, given one set of metadata, took from a document; id is the sha256 of all of it.
CREATE TABLE reading (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK (length(id) = 64),
    document INTEGER NOT NULL REFERENCES document (number),
    extractor INTEGER NOT NULL REFERENCES extractor (number),
    title TEXT,
    outlet TEXT,
    published TEXT,
    published_from TEXT,
    json TEXT NOT NULL
) STRICT;
CREATE INDEX reading_document ON reading (document);

-- Statements, figures, dates, events and entities: the record's own JSON, and the columns that queries need.
-- The number holds reading and position (24 bits), so that a reading's entries lie together and need no other index.
CREATE TABLE entry (
    number INTEGER PRIMARY KEY,
    reading INTEGER NOT NULL REFERENCES reading (number),
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('statement', 'figure', 'date', 'event', 'entity')),
    label TEXT,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    form TEXT,
    polarity TEXT,
    who TEXT,
    what TEXT,
    place TEXT,
    low REAL,
    high REAL,
    unit TEXT,
    first_day TEXT,
    last_day TEXT,
    rule TEXT NOT NULL,
    json TEXT NOT NULL,
    CHECK (0 <= "start" AND "start" < "end"),
    CHECK (number = reading * 16777216 + position AND position < 16777216)
) STRICT;
CREATE INDEX entry_id ON entry (id);
CREATE INDEX entry_denied ON entry (reading, position) WHERE polarity = 'denied';

-- Entries that were not written because their spans do not give the stated words.
CREATE TABLE refusal (
    number INTEGER PRIMARY KEY,
    reading INTEGER NOT NULL REFERENCES reading (number),
    kind TEXT NOT NULL,
    label TEXT NOT NULL,
    code TEXT NOT NULL
) STRICT;
CREATE INDEX refusal_reading ON refusal (reading);

-- Inputs that gave no document.
CREATE TABLE rejection (
    number INTEGER PRIMARY KEY,
    evidence TEXT NOT NULL,
    path TEXT NOT NULL,
    part TEXT NOT NULL,
    url TEXT NOT NULL,
    media TEXT NOT NULL,
    code TEXT NOT NULL,
    UNIQUE (evidence, path, part, url, media, code)
) STRICT;

-- Every change, appended: each row carries the hash of the one before and its own.
CREATE TABLE journal (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    what TEXT NOT NULL,
    why TEXT NOT NULL CHECK (why <> ''),
    subject TEXT NOT NULL,
    detail TEXT NOT NULL,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE
) STRICT;
CREATE INDEX journal_subject ON journal (subject);

-- Derived, recomputed at need: which reading of a document is shown, and for which fold the indexes were built.
CREATE TABLE current (
    document INTEGER PRIMARY KEY REFERENCES document (number),
    reading INTEGER NOT NULL REFERENCES reading (number)
) STRICT;
CREATE INDEX current_reading ON current (reading);
CREATE TABLE index_state (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE text_index USING fts5 (
    folded, content = '', tokenize = 'unicode61 remove_diacritics 0'
);
CREATE VIRTUAL TABLE entry_index USING fts5 (
    who, what, place, near, content = '', columnsize = 0, tokenize = 'unicode61 remove_diacritics 0'
);

CREATE VIEW reading_rank AS
SELECT
    reading.document, reading.number,
    row_number() OVER (
        PARTITION BY reading.document
        ORDER BY
            extractor.version_key DESC, extractor.number DESC,
            coalesce(reading.published_from, '') = 'metadata' DESC,
            reading.published IS NULL, reading.published, reading.outlet, reading.title, reading.number DESC
    ) AS place
FROM reading JOIN extractor ON extractor.number = reading.extractor;

CREATE VIEW current_entry AS
SELECT document.id AS document, reading.published, entry.*
FROM current
JOIN document ON document.number = current.document
JOIN reading ON reading.number = current.reading
JOIN entry ON entry.reading = current.reading;

CREATE TRIGGER blob_is_not_changed BEFORE UPDATE ON blob
BEGIN SELECT raise(ABORT, 'evidence is never changed'); END;
CREATE TRIGGER blob_is_not_deleted BEFORE DELETE ON blob
BEGIN SELECT raise(ABORT, 'evidence is never deleted'); END;
CREATE TRIGGER blob_is_not_replaced BEFORE INSERT ON blob
WHEN EXISTS (SELECT 1 FROM blob WHERE hash = NEW.hash OR number = NEW.number)
BEGIN SELECT raise(ABORT, 'evidence is stored once'); END;

CREATE TRIGGER document_is_not_changed BEFORE UPDATE ON document
BEGIN SELECT raise(ABORT, 'documents are never changed'); END;
CREATE TRIGGER document_is_not_deleted BEFORE DELETE ON document
BEGIN SELECT raise(ABORT, 'documents are never deleted'); END;

CREATE TRIGGER derivation_is_not_changed BEFORE UPDATE ON derivation
BEGIN SELECT raise(ABORT, 'derivations are never changed'); END;
CREATE TRIGGER derivation_is_not_deleted BEFORE DELETE ON derivation
BEGIN SELECT raise(ABORT, 'derivations are never deleted'); END;

CREATE TRIGGER sighting_is_not_changed BEFORE UPDATE ON sighting
BEGIN SELECT raise(ABORT, 'sightings are never changed'); END;
CREATE TRIGGER sighting_is_not_deleted BEFORE DELETE ON sighting
BEGIN SELECT raise(ABORT, 'sightings are never deleted'); END;

CREATE TRIGGER extractor_is_not_changed BEFORE UPDATE ON extractor
BEGIN SELECT raise(ABORT, 'extractors are never changed'); END;
CREATE TRIGGER extractor_is_not_deleted BEFORE DELETE ON extractor
BEGIN SELECT raise(ABORT, 'extractors are never deleted'); END;

CREATE TRIGGER reading_is_not_changed BEFORE UPDATE ON reading
BEGIN SELECT raise(ABORT, 'readings are never changed'); END;
CREATE TRIGGER reading_is_not_deleted BEFORE DELETE ON reading
BEGIN SELECT raise(ABORT, 'readings are never deleted'); END;

CREATE TRIGGER entry_is_not_changed BEFORE UPDATE ON entry
BEGIN SELECT raise(ABORT, 'entries are never changed'); END;
CREATE TRIGGER entry_is_not_deleted BEFORE DELETE ON entry
BEGIN SELECT raise(ABORT, 'entries are never deleted'); END;

CREATE TRIGGER refusal_is_not_changed BEFORE UPDATE ON refusal
BEGIN SELECT raise(ABORT, 'refusals are never changed'); END;
CREATE TRIGGER refusal_is_not_deleted BEFORE DELETE ON refusal
BEGIN SELECT raise(ABORT, 'refusals are never deleted'); END;

CREATE TRIGGER rejection_is_not_changed BEFORE UPDATE ON rejection
BEGIN SELECT raise(ABORT, 'rejections are never changed'); END;
CREATE TRIGGER rejection_is_not_deleted BEFORE DELETE ON rejection
BEGIN SELECT raise(ABORT, 'rejections are never deleted'); END;

CREATE TRIGGER journal_is_not_changed BEFORE UPDATE ON journal
BEGIN SELECT raise(ABORT, 'the journal is only appended to'); END;
CREATE TRIGGER journal_is_not_deleted BEFORE DELETE ON journal
BEGIN SELECT raise(ABORT, 'the journal is only appended to'); END;
CREATE TRIGGER journal_is_not_replaced BEFORE INSERT ON journal
WHEN EXISTS (SELECT 1 FROM journal WHERE number = NEW.number OR hash = NEW.hash)
BEGIN SELECT raise(ABORT, 'the journal is only appended to'); END;
