-- name: shown_readings
SELECT current.document, current.reading
FROM current JOIN document ON document.number = current.document ORDER BY document.id;

-- name: naming_entries
SELECT id, kind, label, json, number FROM entry
WHERE number >= ?1 * 16777216 AND number < (?1 + 1) * 16777216 AND kind IN ('statement', 'figure', 'entity')
ORDER BY number;

-- name: shown_text
SELECT document.id, reading.json, blob.hash, blob.codec, blob.data
FROM reading
JOIN document ON document.number = reading.document
JOIN blob ON blob.number = document.text
WHERE reading.number = ?;

-- name: newest
SELECT (SELECT max(number) FROM reading), (SELECT max(number) FROM decision);

-- name: decisions
SELECT number, at, who, kind, target, parts, why FROM decision ORDER BY number;

-- name: last_decision
SELECT max(number) FROM decision;

-- name: insert_decision
INSERT INTO decision (number, at, who, kind, target, parts, why) VALUES (?, ?, ?, ?, ?, ?, ?);

-- name: clear_claimants
DELETE FROM claimant;

-- name: clear_namings
DELETE FROM naming;

-- name: clear_members
DELETE FROM member;

-- name: clear_suggestions
DELETE FROM suggestion;

-- name: clear_overrulings
DELETE FROM overruling;

-- name: clear_entities
DELETE FROM entity;

-- name: clear_name_index
INSERT INTO name_index (name_index) VALUES ('delete-all');

-- name: insert_entities
INSERT INTO entity (number, id, type, name, link, roles) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (number) DO UPDATE SET name = excluded.name, link = excluded.link, roles = excluded.roles;

-- name: insert_members
INSERT INTO member (entry, entity, document, handle, name, folded, rule, evidence, other)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (entity, document, entry) DO UPDATE SET
    handle = excluded.handle, name = excluded.name, folded = excluded.folded, rule = excluded.rule,
    evidence = excluded.evidence, other = excluded.other;

-- name: insert_namings
INSERT INTO naming (entity, outlet, name, count) VALUES (?, ?, ?, ?)
ON CONFLICT (entity, outlet, name) DO UPDATE SET count = excluded.count;

-- name: insert_claimants
INSERT INTO claimant (entity, entry) VALUES (?, ?);

-- name: insert_suggestions
INSERT INTO suggestion (a, b, score, reasons) VALUES (?, ?, ?, ?)
ON CONFLICT (a, b) DO UPDATE SET score = excluded.score, reasons = excluded.reasons;

-- name: insert_overrulings
INSERT INTO overruling (decision, overruled_by, names) VALUES (?, ?, ?)
ON CONFLICT (decision, overruled_by) DO UPDATE SET names = excluded.names;

-- name: insert_names
INSERT INTO name_index (rowid, names) VALUES (?, ?);

-- name: delete_entities
DELETE FROM entity WHERE number = ?;

-- name: delete_members
DELETE FROM member WHERE entity = ? AND document = ? AND entry = ?;

-- name: delete_namings
DELETE FROM naming WHERE entity = ? AND outlet = ? AND name = ?;

-- name: delete_claimants
DELETE FROM claimant WHERE entity = ? AND entry = ?;

-- name: delete_suggestions
DELETE FROM suggestion WHERE a = ? AND b = ?;

-- name: delete_overrulings
DELETE FROM overruling WHERE decision = ? AND overruled_by = ?;

-- name: delete_names
DELETE FROM name_index WHERE rowid = ?;

-- name: entities_of_entries
SELECT DISTINCT member.entity FROM json_each(?) AS wanted JOIN member ON member.entry = wanted.value;

-- name: entities_of
SELECT entity.number, entity.id, entity.type, entity.name, entity.link, entity.roles
FROM json_each(?) AS wanted JOIN entity ON entity.number = wanted.value;

-- name: members_of
SELECT member.entry, member.entity, member.document, member.handle, member.name, member.folded, member.rule,
    member.evidence, member.other
FROM json_each(?) AS wanted JOIN member ON member.entity = wanted.value;

-- name: namings_of
SELECT naming.entity, naming.outlet, naming.name, naming.count
FROM json_each(?) AS wanted JOIN naming ON naming.entity = wanted.value;

-- name: claimants_of
SELECT claimant.entity, claimant.entry
FROM json_each(?) AS wanted JOIN claimant ON claimant.entity = wanted.value;

-- name: suggestions_about
SELECT suggestion.a, suggestion.b, suggestion.score, suggestion.reasons
FROM json_each(?1) AS wanted JOIN suggestion ON suggestion.a = wanted.value
UNION
SELECT suggestion.a, suggestion.b, suggestion.score, suggestion.reasons
FROM json_each(?1) AS wanted JOIN suggestion ON suggestion.b = wanted.value;

-- name: suggestions_of_places
SELECT a, b, score, reasons FROM suggestion WHERE a >= 'pl_' AND a < 'pl`';

-- name: names_of_members
SELECT name, count(*) FROM member WHERE entity = ? GROUP BY name;

-- name: naming_count
SELECT count FROM naming WHERE entity = ? AND outlet = ? AND name = ?;

-- name: folded_names
SELECT entity, folded, count(*) FROM member WHERE entity >= ? AND entity < ? GROUP BY entity, folded;

-- name: entity
SELECT number, id, type, name, link, roles FROM entity WHERE id = ?;

-- name: entity_ids_by_prefix
SELECT id FROM entity WHERE id >= ?1 AND id < ?1 || char(1114111)
UNION
SELECT entity.id FROM member JOIN entity ON entity.number = member.entity
WHERE member.handle >= ?1 AND member.handle < ?1 || char(1114111)
UNION
SELECT entity.id FROM member JOIN entity ON entity.number = member.entity
WHERE member.entry >= ?1 AND member.entry < ?1 || char(1114111)
LIMIT 3;

-- name: entities_named
SELECT entity.number, entity.id, entity.type, entity.name, entity.link, entity.roles,
    (SELECT count(*) FROM member WHERE member.entity = entity.number) AS size
FROM name_index JOIN entity ON entity.number = name_index.rowid
WHERE name_index MATCH ?
ORDER BY size DESC, entity.id;

-- name: members
SELECT entry, document, handle, name, folded, rule, evidence, other FROM member
WHERE entity = ? ORDER BY document, entry;

-- name: all_members
SELECT entry, entity, document, handle, name, folded, rule, evidence, other FROM member
ORDER BY entity, document, entry;

-- name: all_namings
SELECT entity, outlet, name, count FROM naming ORDER BY entity, outlet, count DESC, name;

-- name: all_claimants
SELECT entity, entry FROM claimant ORDER BY entity, entry;

-- name: all_suggestions
SELECT a, b, score, reasons FROM suggestion ORDER BY score DESC, a, b;

-- name: all_entities
SELECT number, id, type, name, link, roles FROM entity ORDER BY number;

-- name: namings
SELECT outlet, name, count FROM naming WHERE entity = ? ORDER BY outlet, count DESC, name;

-- name: suggestions
SELECT suggestion.a, one.name, suggestion.b, other.name, suggestion.score, suggestion.reasons,
    one.number, one.roles, other.number, other.roles
FROM suggestion JOIN entity AS one ON one.id = suggestion.a JOIN entity AS other ON other.id = suggestion.b
ORDER BY suggestion.score DESC, suggestion.a, suggestion.b;

-- name: suggestions_of
SELECT suggestion.a, one.name, suggestion.b, other.name, suggestion.score, suggestion.reasons,
    one.number, one.roles, other.number, other.roles
FROM suggestion JOIN entity AS one ON one.id = suggestion.a JOIN entity AS other ON other.id = suggestion.b
WHERE suggestion.a = ?1 OR suggestion.b = ?1
ORDER BY suggestion.score DESC, suggestion.a, suggestion.b;

-- name: spread
SELECT (SELECT count(DISTINCT document) FROM member WHERE entity = ?1),
    (SELECT json_group_array(outlet) FROM
        (SELECT DISTINCT outlet FROM naming WHERE entity = ?1 AND outlet <> '' ORDER BY outlet));

-- name: distinct_names
SELECT entity.number, entity.id, entity.name, entity.roles, naming.name, sum(naming.count)
FROM naming JOIN entity ON entity.number = naming.entity
GROUP BY entity.number, naming.name ORDER BY entity.id, naming.name;

-- name: entity_entry
SELECT position, id, kind, label, "start", "end", form, polarity, who, what, place,
    low, high, unit, first_day, last_day, rule, json
FROM entry JOIN current ON current.reading = entry.reading WHERE entry.id = ?;

-- name: overrulings
SELECT decision, overruled_by, names FROM overruling ORDER BY decision, overruled_by;

-- name: entity_of_entry
SELECT entity.id FROM member JOIN entity ON entity.number = member.entity WHERE member.entry = ?;

-- name: resolved_ids
SELECT member.entry, entity.id FROM member JOIN entity ON entity.number = member.entity
WHERE member.document = ?;

-- name: count_entities
SELECT (SELECT count(*) FROM entity), (SELECT count(*) FROM suggestion), (SELECT count(*) FROM decision);

-- name: other_names
SELECT other.name
FROM member
JOIN member AS other ON other.entity = member.entity
WHERE member.folded = :folded
GROUP BY other.folded
ORDER BY count(*) DESC, other.folded
LIMIT :most;
