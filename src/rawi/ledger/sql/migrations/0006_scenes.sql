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
