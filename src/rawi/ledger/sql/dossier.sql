-- name: last_dossier_deed
SELECT max(number) FROM dossier_deed;

-- name: last_dossier_row
SELECT number, at, who, kind, target, dossier, item, detail, why FROM dossier_deed ORDER BY number DESC LIMIT 1;

-- name: insert_dossier_deed
INSERT INTO dossier_deed (number, at, who, kind, target, dossier, item, detail, why) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?);

-- name: dossier_deeds
SELECT number, at, who, kind, target, dossier, item, detail, why FROM dossier_deed
WHERE ?1 IS NULL OR dossier = ?1 ORDER BY number;
