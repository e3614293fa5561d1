-- What people collected into dossiers: appended deed by deed, taken back by another, never changed.
-- What a dossier holds is what its deeds that were not taken back give, in order.
CREATE TABLE dossier_deed (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('create', 'rename', 'delete', 'add', 'remove', 'note', 'move', 'undo')),
    target INTEGER REFERENCES dossier_deed (number),
    dossier TEXT NOT NULL,
    item TEXT NOT NULL,
    detail TEXT NOT NULL,
    why TEXT NOT NULL CHECK (why <> ''),
    CHECK ((kind = 'undo') = (target IS NOT NULL)),
    CHECK ((kind IN ('add', 'remove', 'note', 'move')) = (item <> ''))
) STRICT;
CREATE INDEX dossier_deed_dossier ON dossier_deed (dossier);

CREATE TRIGGER dossier_deed_is_not_changed BEFORE UPDATE ON dossier_deed
BEGIN SELECT raise(ABORT, 'deeds of dossiers are never changed, only taken back by another'); END;
CREATE TRIGGER dossier_deed_is_not_deleted BEFORE DELETE ON dossier_deed
BEGIN SELECT raise(ABORT, 'deeds of dossiers are never changed, only taken back by another'); END;
CREATE TRIGGER dossier_deed_is_not_replaced BEFORE INSERT ON dossier_deed
WHEN EXISTS (SELECT 1 FROM dossier_deed WHERE number = NEW.number)
BEGIN SELECT raise(ABORT, 'deeds of dossiers are never changed, only taken back by another'); END;
