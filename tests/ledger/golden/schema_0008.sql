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

-- Entities are kept up to date by what changed. All of this is derived and made anew at need, as index_state says.

-- What each document names, as it went into the entities, with who speaks in which entry.
CREATE TABLE scene (
    document INTEGER PRIMARY KEY,
    reading INTEGER NOT NULL,
    data BLOB NOT NULL
) STRICT;

-- Which documents name somebody or something of a group: of those, some may be one.
CREATE TABLE scene_group (
    name TEXT NOT NULL,
    document INTEGER NOT NULL,
    PRIMARY KEY (name, document)
) STRICT, WITHOUT ROWID;

-- The blocks in which names of people are compared, by sounds, and by their first and last words.
CREATE TABLE name_block (
    block TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (block, name)
) STRICT, WITHOUT ROWID;

-- Names of people that are alike, each pair both ways.
CREATE TABLE alike_name (
    name TEXT NOT NULL,
    other TEXT NOT NULL,
    PRIMARY KEY (name, other)
) STRICT, WITHOUT ROWID;

-- Numbers of entities come from their ids now, and those of suggestions mean nothing: no row is numbered anew.
DELETE FROM index_state WHERE name = 'entities';
DELETE FROM claimant;
DELETE FROM naming;
DELETE FROM member;
DELETE FROM overruling;
DELETE FROM entity;
DROP TABLE suggestion;
CREATE TABLE suggestion (
    number INTEGER PRIMARY KEY,
    a TEXT NOT NULL,
    b TEXT NOT NULL,
    score REAL NOT NULL,
    reasons TEXT NOT NULL,
    UNIQUE (a, b)
) STRICT;
CREATE INDEX suggestion_b ON suggestion (b);

-- Single names are taken out of the index by their row's number.
DROP TABLE name_index;
CREATE VIRTUAL TABLE name_index USING fts5 (
    names, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0'
);

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

-- What waits for people, the doubtful first: all that the queue asks of entries without decoding any of them.
CREATE INDEX entry_waiting ON entry (
    coalesce(json_extract(json, '$.confidence'), 'certain') = 'doubtful', number, reading, kind, id
) WHERE kind IN ('statement', 'figure', 'event');

-- Which review takes another one back.
CREATE INDEX review_target ON review (target) WHERE target IS NOT NULL;

INSERT INTO blob VALUES (1, 'aed7575ba42b1a9c52565723ae6a9bd0f59b4b3c9fab57de315d421dc99c8b5b', 641, 'zlib', X'785EBD50DB6DC33010FBCF143741908E68574E53AF6104728438A9E3188136E16D5352AA3B41D11FE91E248F77DE227A30FFC0DD3FCD3B3F62F51366F3DE4FDE99BAB8B1DE63319CFD686F07C290F0222C231ABFD503DFA87E282A98B13028E4994A9D79E37DCD278A055C8C8D968DC37E47EE5306902A62209972DE1A26A2DE09A6AD275E0AE4F0ABE2568C8898F626A774A6228396D367C3A04AC282243F9B7266A2853504A356A03D0273715E41F415244A76E4884C5F2C5F39F85211B4277392E00536F11BB10FD1943C78B0B4250B77988BE258F2C4BDE4B5D1A972655F1592147FAEC074E2DB6BE7A6307EEB779D575E86B2013DF27AF13FF4FFFECCBB6F5988A7DA');
INSERT INTO blob VALUES (2, '61c9cba90a52050f130fcdfc9fdca0c792451b7e367ddc5345b6a8c6a71d3428', 644, 'zlib', X'785EBD50DB6DC33010FBCF14374190FE179DA92BD8B5D3D46B18851C214EEA3846A04D78DB9494E24C50F447BA07C9E3DDEBFB9BD708DE987FE2E25FE6ADEFB1F8019379E7076F4D5D9C59EF301BBE7D6F2F3BC21071272C2118BFC51BBE41FD26AB60C2CC2093272AB5E69577251F29D6E0686CD46CECB61B726F328058103DC994F3DA3012F541306DDD705720873F05B76040C0B83539A5331519D49C3E197A55226644F9599513132DAC2118B402ED1198B2F302A2AF46A264078E48F4C5F289838F05417B3227095E60153F137B154DC995078B6B327387292B0E398FDC4B5E2B9D2A15F6492149E17105A623DF4E3B5799F1AC5F745E79E9F306F4C8EB85FFD0FFFB336F7E01A565A8C4');
INSERT INTO blob VALUES (3, 'd7c03a28ca6561326560f688ae479c013c2b15c2353057691db88a346f5e1198', 639, 'zlib', X'785ED591DD8D83400C84DF53852B88448970FC1D6DA06893D5711C2251B49D8CBBC90C4B9202F2740F2C6333FED6365E21786D5EFBC0E7DB1421F16CB0F860CCF6DEE4ECAF373E60359CBCB5A2305A22EEDECB6E7CDD08E829F97D232516B7B9F4E6A53C25895B3C1155E362BCA322BE381E5879F50E3362768C5805F3CA30D1F545B3B7B8E22ED150FEED649C11301D4D7DEED7515458B0184665225644CDF32427061A5A97E0AC0172A7E9BD81917DD5827EDC95143391056AADD4DA5276FD4872A561C7339CF423042BB78A577EE63CAB16366E0D079E1DC2BFE71F1E5DBCA7FC');
INSERT INTO blob VALUES (4, 'aa69ee3e24ca0c9e326a3b7b15dc717c22692afa4e41f6921f4ccf0d109ca7e3', 642, 'zlib', X'785ED591D18D83400C44FF53852B88C4FF29355D0B1020843650B4B9D5911C2251B49D8CBBC90C4B7205DCD77DB08CCDF8AD6D3E3E775E21786D5E7BCFE7688A90783698BC37663B6F72F6E28DF7980D276FAD288C96888777B21B5F77023A4A7E5F4889C56D2EBD7B294F49E2128F44D5F832DE51115F6C37ACBCF90157C4EC18300BE69561A46B4FB3B7B8E121D150FEAC649C11306E4D7DAED751549830190665226644CDF32227061A5A97E0AC0172A7E9770303FBAA05FD735752CC4416A8B5526B4BD9F52DC9958615CF70D48F10AC5C2ADEF92BE799B5B0616938F03C20FC7BFEE609A7C5A8E6');
INSERT INTO blob VALUES (5, 'e95758f0651b1f19958512be0c4ce08b0e5f9202b886263cb0461b304c113ddc', 614, 'zlib', X'785EB551DB8DC24010FBA78AA920D2D1214B1242BA3845286445084BE0503AF174837D0BBA6B80AF9D973DF6AC07F45E1A662FBDF5CA3062428FC99835CAD9C5D92B6F311B0E5EDBD7DABC42C4C31B2CE88DCF9DE08621FBA5EF332611434A0CE61B6F736D548D153603B9D7C58AB09BEFB832E6898E42C8E44142926F05AF71C34341C5F092E7EE3852E558984452948A0C021292A153256246A4D2F4665E98FC7AE5121CA59E1E39B8FC89EEA8AB1429A3063F1875982D5BF58B34AF69F9EE4CEEB3F27FB63B9A641BDF793660D259317C4CE9474889EE79E185E6583EF1EE439EE0EFE86F4421F72FF23367AF8229B9D27F7C27BA5E2A564F1EF292EF');
INSERT INTO blob VALUES (6, 'ba299c969d8e3e80be160e4fc9f6c39987720e77af7c601a0a6eca63e86e4b5f', 617, 'zlib', X'785EB551DB6DC24010FCA78AADC052F88E52535AE0B08D7117C88A8C4F31CE61087227B3DD6426074A1AE0EBF635B3337BAFEF6F1ED07B6998BDF4D62BC388093D2663D628671727AFBCC56CF8F0DA5ED6E615226EDE60416F7CAE04370CD92F7D9F318918526230DF789B6BA36AACB019C8BD2E56845D7CC795314F741442260F12927C2B788D0B6E0A2A865F79EE8A23558E85492445A9C8202021193A552266442A4D0FE685C9AF572EC151EAE99183CB9FE88EBA4A91326AF08D5187D9B255DF49F39A96EFCEE43E2BFF67BBA349B671C8B30193CE8AE1694A9F424A74CF0B2F34C7F227EF3EE409FE8EFE4614727F273F71F62C989233FDC747A2EBA562F503522193D9');
INSERT INTO blob VALUES (7, 'b3d510ef04275ca8e698e5b3cbb0ece3949ef9252f0cdc839e9ee347409a2209', 2, 'raw', X'FFFE');
INSERT INTO document VALUES (1, 'sha256:aed7575ba42b1a9c52565723ae6a9bd0f59b4b3c9fab57de315d421dc99c8b5b', 1);
INSERT INTO document VALUES (2, 'sha256:d7c03a28ca6561326560f688ae479c013c2b15c2353057691db88a346f5e1198', 3);
INSERT INTO document VALUES (3, 'sha256:e95758f0651b1f19958512be0c4ce08b0e5f9202b886263cb0461b304c113ddc', 5);
INSERT INTO derivation VALUES (1, 2, '', 'html/1', '', 1);
INSERT INTO derivation VALUES (2, 4, '', 'html/1', '', 2);
INSERT INTO derivation VALUES (3, 6, '', 'html/1', '', 3);
INSERT INTO sighting VALUES (1, 1, '0.html', 'https://x.example/0', 'text/html');
INSERT INTO sighting VALUES (2, 2, '1.html', 'https://x.example/1', 'text/html');
INSERT INTO sighting VALUES (3, 3, '2.html', 'https://x.example/2', 'text/html');
INSERT INTO capture VALUES (1, 7, '2031-05-01T08:00:00Z', 'https://x.example/0', '[["Content-Type","text/html"]]');
INSERT INTO extractor VALUES (1, 'rawi/0.1.0+words1', '00000000.00000001.00000000');
INSERT INTO reading VALUES (1, '40120755344bd526c684bd3c16fd1491f958519548b3375676b72c0390fd3bf5', 1, 1, 'خبر 0', 'صدى الريم', '2031-01-01', 'metadata', '{"id":"sha256:aed7575ba42b1a9c52565723ae6a9bd0f59b4b3c9fab57de315d421dc99c8b5b","text":"","body":[[0,355]],"source":null,"title":"خبر 0","outlet":"صدى الريم","language":"ar","published":"2031-01-01","published_from":"metadata","title_from":null,"outlet_from":null,"url":null,"author":null,"modified":null,"chain":[],"warnings":[]}');
INSERT INTO reading VALUES (2, '989f34401ae9095f286b855b10143da98dbd3ad64926e921b8d99c0a6e9476d6', 2, 1, 'خبر 1', 'صدى الريم', '2031-02-02', 'metadata', '{"id":"sha256:d7c03a28ca6561326560f688ae479c013c2b15c2353057691db88a346f5e1198","text":"","body":[[0,353]],"source":null,"title":"خبر 1","outlet":"صدى الريم","language":"ar","published":"2031-02-02","published_from":"metadata","title_from":null,"outlet_from":null,"url":null,"author":null,"modified":null,"chain":[],"warnings":[]}');
INSERT INTO reading VALUES (3, 'df001a0674a9caf3f58269e44828d91a21791a044f47a928cd68f65dfbcd7a41', 3, 1, 'خبر 2', 'صدى الريم', '2031-03-03', 'metadata', '{"id":"sha256:e95758f0651b1f19958512be0c4ce08b0e5f9202b886263cb0461b304c113ddc","text":"","body":[[0,342]],"source":null,"title":"خبر 2","outlet":"صدى الريم","language":"ar","published":"2031-03-03","published_from":"metadata","title_from":null,"outlet_from":null,"url":null,"author":null,"modified":null,"chain":[],"warnings":[]}');
INSERT INTO entry VALUES (16777216, 1, 0, 'st_27a29820b7e60f', 'statement', 's1', 28, 58, 'indirect', 'asserted', 'هدى منصور', NULL, NULL, NULL, NULL, NULL, '2031-01-01', '2031-01-01', 'statement/cue-then-speaker', '{"id":"s1","kind":"indirect","polarity":"asserted","content":[[28,58]],"cue":[0,3],"speaker":{"span":[4,13],"name":"هدى منصور","role":"رئيس لجنة الإغاثة","entity":"e1","also":[]},"chain":[{"kind":"platform","name":"الحملة","span":[62,68],"inferred":false}],"date":"2031-01-01","within":null,"stance":null,"confidence":"certain","rule":"statement/cue-then-speaker","reasons":[],"speaker_from":null,"repeats":null,"changes":[]}');
INSERT INTO entry VALUES (16777217, 1, 1, 'fg_746ca2096ae713', 'figure', 'f1', 28, 37, 'exact', NULL, 'هدى منصور', 'متطوعا', 'مرسى الريم', 10.0, 10.0, NULL, '2031-01-01', '2031-01-01', 'figure/counted-noun', '{"id":"f1","span":[28,37],"number":[28,30],"low":10,"high":10,"hedge":"exact","counted":{"text":"متطوعا","span":[31,37]},"unit":null,"according_to":"s1","place":"مرسى الريم","as_of":"2031-01-01","confidence":"certain","rule":"figure/counted-noun"}');
INSERT INTO entry VALUES (16777218, 1, 2, 'dt_c1b12945e56e62', 'date', NULL, 14, 24, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2031-01-01', '2031-01-01', 'date/weekday', '{"span":[14,24],"value":"2031-01-01","mod":null,"hijri":false,"relative":null,"rule":"date/weekday"}');
INSERT INTO entry VALUES (16777219, 1, 3, 'ev_fb88e0f40c1c77', 'event', 'v1', 38, 43, 'reported', NULL, NULL, 'Strategic developments/Other', 'مرسى الريم', NULL, NULL, NULL, '2031-01-01', '2031-01-01', 'event/trigger', '{"id":"v1","trigger":[38,43],"type":"Strategic developments/Other","actor":null,"target":null,"place":{"name":"مرسى الريم","entity":"e2","span":null,"precision":null},"date":"2031-01-01","killed":null,"injured":null,"abducted":null,"arrested":null,"tolls":[],"instrument":null,"background":false,"certainty":"reported","according_to":"s1","rule":"event/trigger","mentions":[],"with_actor":[],"with_target":[],"places":[],"date_span":null,"instrument_span":null,"claimed_by":null,"certainty_span":null,"confidence":"certain","reasons":[]}');
INSERT INTO entry VALUES (16777220, 1, 4, 'en_5c285fef9cfcd2', 'entity', 'e1', 4, 13, 'person', NULL, 'هدى منصور', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '', '{"id":"e1","type":"person","name":"هدى منصور","mentions":[[4,13]],"link":null,"references":[],"roles":[],"location":null,"around":[]}');
INSERT INTO entry VALUES (16777221, 1, 5, 'en_40a6a0ae958fe9', 'entity', 'e2', 48, 58, 'place', NULL, 'مرسى الريم', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '', '{"id":"e2","type":"place","name":"مرسى الريم","mentions":[[48,58]],"link":null,"references":[],"roles":[],"location":null,"around":[]}');
INSERT INTO entry VALUES (33554432, 2, 0, 'st_6b10272a96690c', 'statement', 's1', 31, 60, 'indirect', 'asserted', 'ليلى العامري', NULL, NULL, NULL, NULL, NULL, '2031-02-02', '2031-02-02', 'statement/cue-then-speaker', '{"id":"s1","kind":"indirect","polarity":"asserted","content":[[31,60]],"cue":[0,3],"speaker":{"span":[4,16],"name":"ليلى العامري","role":"رئيس لجنة الإغاثة","entity":"e1","also":[]},"chain":[{"kind":"platform","name":"الحملة","span":[64,70],"inferred":false}],"date":"2031-02-02","within":null,"stance":null,"confidence":"certain","rule":"statement/cue-then-speaker","reasons":[],"speaker_from":null,"repeats":null,"changes":[]}');
INSERT INTO entry VALUES (33554433, 2, 1, 'fg_0bd012c71523c0', 'figure', 'f1', 31, 40, 'exact', NULL, 'ليلى العامري', 'متطوعا', 'عين الصفا', 11.0, 11.0, NULL, '2031-02-02', '2031-02-02', 'figure/counted-noun', '{"id":"f1","span":[31,40],"number":[31,33],"low":11,"high":11,"hedge":"exact","counted":{"text":"متطوعا","span":[34,40]},"unit":null,"according_to":"s1","place":"عين الصفا","as_of":"2031-02-02","confidence":"certain","rule":"figure/counted-noun"}');
INSERT INTO entry VALUES (33554434, 2, 2, 'dt_cb2eecb88d4456', 'date', NULL, 17, 27, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2031-02-02', '2031-02-02', 'date/weekday', '{"span":[17,27],"value":"2031-02-02","mod":null,"hijri":false,"relative":null,"rule":"date/weekday"}');
INSERT INTO entry VALUES (33554435, 2, 3, 'ev_9d28b9a75a5f43', 'event', 'v1', 41, 46, 'reported', NULL, NULL, 'Strategic developments/Other', 'عين الصفا', NULL, NULL, NULL, '2031-02-02', '2031-02-02', 'event/trigger', '{"id":"v1","trigger":[41,46],"type":"Strategic developments/Other","actor":null,"target":null,"place":{"name":"عين الصفا","entity":"e2","span":null,"precision":null},"date":"2031-02-02","killed":null,"injured":null,"abducted":null,"arrested":null,"tolls":[],"instrument":null,"background":false,"certainty":"reported","according_to":"s1","rule":"event/trigger","mentions":[],"with_actor":[],"with_target":[],"places":[],"date_span":null,"instrument_span":null,"claimed_by":null,"certainty_span":null,"confidence":"certain","reasons":[]}');
INSERT INTO entry VALUES (33554436, 2, 4, 'en_48c2ae7dc505b7', 'entity', 'e1', 4, 16, 'person', NULL, 'ليلى العامري', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '', '{"id":"e1","type":"person","name":"ليلى العامري","mentions":[[4,16]],"link":null,"references":[],"roles":[],"location":null,"around":[]}');
INSERT INTO entry VALUES (33554437, 2, 5, 'en_ed21aafd359162', 'entity', 'e2', 51, 60, 'place', NULL, 'عين الصفا', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '', '{"id":"e2","type":"place","name":"عين الصفا","mentions":[[51,60]],"link":null,"references":[],"roles":[],"location":null,"around":[]}');
INSERT INTO entry VALUES (50331648, 3, 0, 'st_535ca2d1655509', 'statement', 's1', 28, 55, 'indirect', 'asserted', 'سليم حداد', NULL, NULL, NULL, NULL, NULL, '2031-03-03', '2031-03-03', 'statement/cue-then-speaker', '{"id":"s1","kind":"indirect","polarity":"asserted","content":[[28,55]],"cue":[0,3],"speaker":{"span":[4,13],"name":"سليم حداد","role":"رئيس لجنة الإغاثة","entity":"e1","also":[]},"chain":[{"kind":"platform","name":"الحملة","span":[59,65],"inferred":false}],"date":"2031-03-03","within":null,"stance":null,"confidence":"certain","rule":"statement/cue-then-speaker","reasons":[],"speaker_from":null,"repeats":null,"changes":[]}');
INSERT INTO entry VALUES (50331649, 3, 1, 'fg_3504da812e23f1', 'figure', 'f1', 28, 37, 'exact', NULL, 'سليم حداد', 'متطوعا', 'الرملية', 12.0, 12.0, NULL, '2031-03-03', '2031-03-03', 'figure/counted-noun', '{"id":"f1","span":[28,37],"number":[28,30],"low":12,"high":12,"hedge":"exact","counted":{"text":"متطوعا","span":[31,37]},"unit":null,"according_to":"s1","place":"الرملية","as_of":"2031-03-03","confidence":"certain","rule":"figure/counted-noun"}');
INSERT INTO entry VALUES (50331650, 3, 2, 'dt_dd84536be1cb76', 'date', NULL, 14, 24, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2031-03-03', '2031-03-03', 'date/weekday', '{"span":[14,24],"value":"2031-03-03","mod":null,"hijri":false,"relative":null,"rule":"date/weekday"}');
INSERT INTO entry VALUES (50331651, 3, 3, 'ev_ca6476c43cd016', 'event', 'v1', 38, 43, 'reported', NULL, NULL, 'Strategic developments/Other', 'الرملية', NULL, NULL, NULL, '2031-03-03', '2031-03-03', 'event/trigger', '{"id":"v1","trigger":[38,43],"type":"Strategic developments/Other","actor":null,"target":null,"place":{"name":"الرملية","entity":"e2","span":null,"precision":null},"date":"2031-03-03","killed":null,"injured":null,"abducted":null,"arrested":null,"tolls":[],"instrument":null,"background":false,"certainty":"reported","according_to":"s1","rule":"event/trigger","mentions":[],"with_actor":[],"with_target":[],"places":[],"date_span":null,"instrument_span":null,"claimed_by":null,"certainty_span":null,"confidence":"certain","reasons":[]}');
INSERT INTO entry VALUES (50331652, 3, 4, 'en_cca1b9ed9e4845', 'entity', 'e1', 4, 13, 'person', NULL, 'سليم حداد', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '', '{"id":"e1","type":"person","name":"سليم حداد","mentions":[[4,13]],"link":null,"references":[],"roles":[],"location":null,"around":[]}');
INSERT INTO entry VALUES (50331653, 3, 5, 'en_d5b354a3240714', 'entity', 'e2', 48, 55, 'place', NULL, 'الرملية', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '', '{"id":"e2","type":"place","name":"الرملية","mentions":[[48,55]],"link":null,"references":[],"roles":[],"location":null,"around":[]}');
INSERT INTO rejection VALUES (1, 'b3d510ef04275ca8e698e5b3cbb0ece3949ef9252f0cdc839e9ee347409a2209', 'bad.bin', '', '', '', 'E104');
INSERT INTO journal VALUES (1, '2031-05-01T00:00:00.000000Z', 'rawi', 'schema.migrated', 'schema 1', '1', '{"sha256":"35843a2638b5a4266c88e9ad57adb242d2eca80bcef3f6f9fa4573c086007ce9","title":"evidence_and_entries"}', '0000000000000000000000000000000000000000000000000000000000000000', 'ec79a7d4d9aa3db6094cc266fe99a372b7fe92bada601032a6997ba532626cf0');
INSERT INTO journal VALUES (2, '2031-05-01T00:00:01.000000Z', 'rawi', 'schema.migrated', 'schema 2', '2', '{"sha256":"3a9e5fc241b4a3d296b111d4fb5b9d22a3fb549d6f624a8494adc23253321093","title":"decisions_and_entities"}', 'ec79a7d4d9aa3db6094cc266fe99a372b7fe92bada601032a6997ba532626cf0', '39ab3e6c46338cfb9af76e8801b143f20532bb8e7646e677c2d757780c722446');
INSERT INTO journal VALUES (3, '2031-05-01T00:00:02.000000Z', 'rawi', 'schema.migrated', 'schema 3', '3', '{"sha256":"1c5ff677168d1486b869164f316627dfe940249fe5727aaac46f331fb462b6fb","title":"captures"}', '39ab3e6c46338cfb9af76e8801b143f20532bb8e7646e677c2d757780c722446', '283c2776517e82f6c79138fbf7c49d5a8810897e436cb62eaec7ffc359d4ea57');
INSERT INTO journal VALUES (4, '2031-05-01T00:00:03.000000Z', 'rawi', 'schema.migrated', 'schema 4', '4', '{"sha256":"d08ea53a4f6d3dc0ebdb309b2b67b3e8887f6c7838e6d6c3ce68fc67f4219778","title":"feeds"}', '283c2776517e82f6c79138fbf7c49d5a8810897e436cb62eaec7ffc359d4ea57', 'e53626058d46a2ac4e6e4a7ecf022c1362caf570aa9cd9287ee2dbc007264bd6');
INSERT INTO journal VALUES (5, '2031-05-01T00:00:04.000000Z', 'rawi', 'schema.migrated', 'schema 5', '5', '{"sha256":"040dda63746964a182ffe8e1ec20c722eaa53cff2bab9ddb6631d1d78742454f","title":"relations"}', 'e53626058d46a2ac4e6e4a7ecf022c1362caf570aa9cd9287ee2dbc007264bd6', 'be83b745331f36a5c99caac6b78da03d32d8f6c09ef2b136ac0a6e3bce0678db');
INSERT INTO journal VALUES (6, '2031-05-01T00:00:05.000000Z', 'rawi', 'schema.migrated', 'schema 6', '6', '{"sha256":"3ba794fb0b50e8cea3d4742eba5a3b3de69ce2d549ca879dca5edee639d9156d","title":"scenes"}', 'be83b745331f36a5c99caac6b78da03d32d8f6c09ef2b136ac0a6e3bce0678db', '0b2fe236dcc65a3e89246a6949155f853190487ed9efa279154d2dd4685690d5');
INSERT INTO journal VALUES (7, '2031-05-01T00:00:06.000000Z', 'rawi', 'schema.migrated', 'schema 7', '7', '{"sha256":"e6eabcc335a681a41e9dac5337e4345857872a76d36f2e81a54e01980d3a6080","title":"reviews"}', '0b2fe236dcc65a3e89246a6949155f853190487ed9efa279154d2dd4685690d5', '7e123bd6f95a9bd93487a0ab2fec568ec50a6a59c6da5172fbc6f996830bdd87');
INSERT INTO journal VALUES (8, '2031-05-01T00:00:07.000000Z', 'rawi', 'schema.migrated', 'schema 8', '8', '{"sha256":"d53d420e0c44023a55338fbaba184778131d664d53db4db29bd22ff17ce48cc0","title":"review_queue"}', '7e123bd6f95a9bd93487a0ab2fec568ec50a6a59c6da5172fbc6f996830bdd87', 'fa63cfe83fa8a02cba12bf285143b5db2587ddbdfa4e545ab40591dd2cf32e0e');
INSERT INTO journal VALUES (9, '2031-05-01T00:00:08.000000Z', 'rawi', 'document.new', 'read by rawi/0.1.0+words1', 'sha256:aed7575ba42b1a9c52565723ae6a9bd0f59b4b3c9fab57de315d421dc99c8b5b', '{"evidence":"61c9cba90a52050f130fcdfc9fdca0c792451b7e367ddc5345b6a8c6a71d3428","extractor":"rawi/0.1.0+words1","origin":{"capture":null,"media":"text/html","options":"","part":null,"path":"0.html","reader":"html/1","url":"https://x.example/0"},"reading":"40120755344bd526c684bd3c16fd1491f958519548b3375676b72c0390fd3bf5","refused":[]}', 'fa63cfe83fa8a02cba12bf285143b5db2587ddbdfa4e545ab40591dd2cf32e0e', '8a700412fa2d9da749f3808027a7c69e7f954c5243a9b77a01004baa87b81066');
INSERT INTO journal VALUES (10, '2031-05-01T00:00:09.000000Z', 'rawi', 'document.new', 'read by rawi/0.1.0+words1', 'sha256:d7c03a28ca6561326560f688ae479c013c2b15c2353057691db88a346f5e1198', '{"evidence":"aa69ee3e24ca0c9e326a3b7b15dc717c22692afa4e41f6921f4ccf0d109ca7e3","extractor":"rawi/0.1.0+words1","origin":{"capture":null,"media":"text/html","options":"","part":null,"path":"1.html","reader":"html/1","url":"https://x.example/1"},"reading":"989f34401ae9095f286b855b10143da98dbd3ad64926e921b8d99c0a6e9476d6","refused":[]}', '8a700412fa2d9da749f3808027a7c69e7f954c5243a9b77a01004baa87b81066', '33a085b3ba3455d829458299d9528b8eab334615d7b2aa4e7ae90ccdcbc25984');
INSERT INTO journal VALUES (11, '2031-05-01T00:00:10.000000Z', 'rawi', 'document.new', 'read by rawi/0.1.0+words1', 'sha256:e95758f0651b1f19958512be0c4ce08b0e5f9202b886263cb0461b304c113ddc', '{"evidence":"ba299c969d8e3e80be160e4fc9f6c39987720e77af7c601a0a6eca63e86e4b5f","extractor":"rawi/0.1.0+words1","origin":{"capture":null,"media":"text/html","options":"","part":null,"path":"2.html","reader":"html/1","url":"https://x.example/2"},"reading":"df001a0674a9caf3f58269e44828d91a21791a044f47a928cd68f65dfbcd7a41","refused":[]}', '33a085b3ba3455d829458299d9528b8eab334615d7b2aa4e7ae90ccdcbc25984', '4d36c94aad58aa5cf3fd9089dad5169b51034dc70a4772285cee7d9cf3483d50');
INSERT INTO journal VALUES (12, '2031-05-01T00:00:11.000000Z', 'rawi', 'input.rejected', 'E104', 'b3d510ef04275ca8e698e5b3cbb0ece3949ef9252f0cdc839e9ee347409a2209', '{"code":"E104","origin":{"capture":{"at":"2031-05-01T08:00:00Z","headers":[["Content-Type","text/html"]],"url":"https://x.example/0"},"media":null,"options":"","part":null,"path":"bad.bin","reader":"plain/1","url":null}}', '4d36c94aad58aa5cf3fd9089dad5169b51034dc70a4772285cee7d9cf3483d50', '05a28b00e9718b429eaee4662002b0549ef0201b4741eb7bd36ad8158f5065b3');
INSERT INTO journal VALUES (13, '2031-05-01T00:00:12.000000Z', 'rawi', 'decision.merge', 'على سبيل التجربة', 'decision 1', '{"kind":"merge","number":1,"parts":[[{"document":"sha256:aed7575ba42b1a9c52565723ae6a9bd0f59b4b3c9fab57de315d421dc99c8b5b","name":"هدي منصور","type":"person"}],[{"document":"sha256:d7c03a28ca6561326560f688ae479c013c2b15c2353057691db88a346f5e1198","name":"ليلي العامري","type":"person"}]],"target":null}', '05a28b00e9718b429eaee4662002b0549ef0201b4741eb7bd36ad8158f5065b3', '14590224d4a2719518407fbf1c1740d38b7b1af8290e54af074fe9ee37379655');
INSERT INTO journal VALUES (14, '2031-05-01T00:00:13.000000Z', 'rawi', 'feed.added', 'no reason given', 'https://x.example/rss', '{"number":1,"outlet":"صدى الريم","title":"أخبار"}', '14590224d4a2719518407fbf1c1740d38b7b1af8290e54af074fe9ee37379655', 'b28de168d4b9d986a9326c6b04f7395e4ee9142217f63b32b948c4e5a01ca6f7');
INSERT INTO journal VALUES (15, '2031-05-01T00:00:14.000000Z', 'rawi', 'review.accept', 'على سبيل التجربة', 'review 1', '{"detail":{"corrections":[],"end":37,"of":"figure","start":28},"document":"sha256:aed7575ba42b1a9c52565723ae6a9bd0f59b4b3c9fab57de315d421dc99c8b5b","entry":"fg_746ca2096ae713","kind":"accept","number":1,"target":null}', 'b28de168d4b9d986a9326c6b04f7395e4ee9142217f63b32b948c4e5a01ca6f7', 'db3665a3498ddb49ab9657038212e812004ae35b8942b1c5b0972c9c5940b749');
INSERT INTO current VALUES (1, 1);
INSERT INTO current VALUES (2, 2);
INSERT INTO current VALUES (3, 3);
INSERT INTO decision VALUES (1, '2031-05-01T00:00:12.000000Z', 'rawi', 'merge', NULL, '[[{"document":"sha256:aed7575ba42b1a9c52565723ae6a9bd0f59b4b3c9fab57de315d421dc99c8b5b","name":"هدي منصور","type":"person"}],[{"document":"sha256:d7c03a28ca6561326560f688ae479c013c2b15c2353057691db88a346f5e1198","name":"ليلي العامري","type":"person"}]]', 'على سبيل التجربة');
INSERT INTO subscription VALUES (1, '2031-05-01T00:00:13.000000Z', 'rawi', 'added', 'https://x.example/rss', 'أخبار', 'صدى الريم', 'no reason given');
INSERT INTO review VALUES (1, '2031-05-01T00:00:14.000000Z', 'rawi', 'accept', NULL, 'sha256:aed7575ba42b1a9c52565723ae6a9bd0f59b4b3c9fab57de315d421dc99c8b5b', 'fg_746ca2096ae713', '{"corrections":[],"end":37,"of":"figure","start":28}', 'على سبيل التجربة');
PRAGMA application_id = 0x52415749;
PRAGMA user_version = 8;
