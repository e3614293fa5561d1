-- name: unrelated
SELECT current.document, current.reading, related.reading
FROM current LEFT JOIN related ON related.document = current.document
WHERE current.document > ?1
    AND (related.reading IS NOT current.reading
        OR EXISTS (SELECT 1 FROM awaiting WHERE awaiting.document = current.document))
ORDER BY current.document LIMIT ?2;

-- name: count_unrelated
SELECT count(*) FROM current LEFT JOIN related ON related.document = current.document
WHERE related.reading IS NOT current.reading
    OR EXISTS (SELECT 1 FROM awaiting WHERE awaiting.document = current.document);

-- name: set_related
INSERT INTO related (document, reading) VALUES (?, ?)
ON CONFLICT (document) DO UPDATE SET reading = excluded.reading;

-- name: await
INSERT OR IGNORE INTO awaiting (document) SELECT number FROM document WHERE id = ?;

-- name: settle
DELETE FROM awaiting WHERE document = ?;

-- name: clear_related
DELETE FROM related;

-- name: clear_awaiting
DELETE FROM awaiting;

-- name: clear_items
DELETE FROM item;

-- name: clear_item_keys
DELETE FROM item_key;

-- name: clear_pairs
DELETE FROM pair;

-- name: clear_blocks
DELETE FROM block;

-- name: clear_relations
DELETE FROM relation;

-- name: last_item
SELECT coalesce(max(number), 0) FROM item;

-- name: insert_item
INSERT INTO item (number, layer, document, id, data) VALUES (?, ?, ?, ?, ?);

-- name: insert_item_key
INSERT OR IGNORE INTO item_key (key, item) VALUES (?, ?);

-- name: delete_item
DELETE FROM item WHERE number = ?;

-- name: delete_item_key
DELETE FROM item_key WHERE key = ? AND item = ?;

-- name: delete_pairs
DELETE FROM pair WHERE a = ?1 OR b = ?1;

-- name: delete_item_blocks
DELETE FROM block WHERE item = ?1 AND layer = ?2;

-- name: items_of_document
SELECT number, id, data FROM item WHERE document = ? AND layer = ? ORDER BY +id;

-- name: numbers_of_document
SELECT number FROM item WHERE document = ? AND layer = ?;

-- name: item
SELECT number, id, data FROM item WHERE number = ?;

-- name: item_numbers
SELECT number FROM item WHERE layer = ?1 AND id IN (SELECT value FROM json_each(?2));

-- name: candidates
SELECT item FROM item_key WHERE key IN (SELECT value FROM json_each(?1))
GROUP BY item HAVING count(*) >= ?2;

-- name: insert_pair
INSERT OR REPLACE INTO pair (a, b, data) VALUES (?, ?, ?);

-- name: neighbours
SELECT a, b, data FROM pair WHERE a = ?1 UNION SELECT a, b, data FROM pair WHERE b = ?1;

-- name: insert_block
INSERT OR IGNORE INTO block (item, layer, name) VALUES (?, ?, ?);

-- name: blocks_of_item
SELECT name FROM block WHERE item = ? AND layer = ?;

-- name: items_of_block
SELECT item.number, item.id, item.data
FROM block JOIN item ON item.number = block.item
WHERE block.layer = ? AND block.name = ? ORDER BY item.id;

-- name: insert_relation
INSERT INTO relation (layer, place, kind, id, data) VALUES (?, ?, ?, ?, ?) RETURNING number;

-- name: insert_relation_member
INSERT OR IGNORE INTO relation_member (relation, id) VALUES (?, ?);

-- name: relations_with
SELECT relation.number, relation.kind, relation.data
FROM relation_member JOIN relation ON relation.number = relation_member.relation
WHERE relation_member.id = ?1 AND relation.layer = ?2;

-- name: relation_members
SELECT id FROM relation_member WHERE relation = ?;

-- name: delete_relation
DELETE FROM relation WHERE number = ?;

-- name: delete_relations_at
DELETE FROM relation WHERE layer = ? AND place = ?;

-- name: relations_of_kind
SELECT DISTINCT id, data FROM relation WHERE kind = ? ORDER BY id, data;

-- name: relations_by_prefix
SELECT DISTINCT kind, id, data FROM relation WHERE id >= ?1 AND id < ?1 || char(1114111) ORDER BY id LIMIT 2;

-- name: relations_of_member
SELECT DISTINCT relation.id, relation.data
FROM relation_member JOIN relation ON relation.number = relation_member.relation
WHERE relation_member.id = ?1 AND relation.kind = ?2 ORDER BY relation.id;

-- name: series_with
SELECT relation.number
FROM relation_member JOIN relation ON relation.number = relation_member.relation
WHERE relation_member.id = ? AND relation.kind = 'series';

-- name: figures_of
SELECT entry.reading, entry.position, entry.first_day IS NULL AND entry.last_day IS NULL
FROM entry
JOIN current ON current.reading = entry.reading
JOIN document ON document.number = current.document
WHERE entry.id IN (SELECT value FROM json_each(?))
ORDER BY entry.first_day IS NULL, entry.first_day, document.id, entry.position;

-- name: count_relations
SELECT kind, count(DISTINCT id) FROM relation GROUP BY kind;

-- name: voices_of_entry
SELECT DISTINCT entity.id, entity.name
FROM entry
JOIN current ON current.reading = entry.reading
JOIN claimant ON claimant.entry = entry.number
JOIN entity ON entity.number = claimant.entity
WHERE entry.id = ? ORDER BY entity.id;

-- name: entity_name
SELECT name FROM entity WHERE id = ?;

-- name: documents_in_view
SELECT number, id, text FROM document ORDER BY number;

-- name: copy_document
INSERT INTO document (number, id, text) VALUES (?, ?, ?);

-- name: current_in_view
SELECT document, reading FROM current;

-- name: checked_items
SELECT layer, document, id, data FROM item;

-- name: checked_item_keys
SELECT item_key.key, item.layer, item.id FROM item_key LEFT JOIN item ON item.number = item_key.item;

-- name: checked_pairs
SELECT one.layer, one.id, other.layer, other.id, pair.data
FROM pair
LEFT JOIN item AS one ON one.number = pair.a
LEFT JOIN item AS other ON other.number = pair.b;

-- name: checked_blocks
SELECT item.layer, item.id, block.layer, block.name FROM block LEFT JOIN item ON item.number = block.item;

-- name: checked_relations
SELECT layer, place, kind, id, data,
    (SELECT group_concat(member, ' ') FROM (
        SELECT relation_member.id AS member FROM relation_member
        WHERE relation_member.relation = relation.number ORDER BY relation_member.id))
FROM relation;

-- name: checked_related
SELECT document, reading FROM related;

-- name: document_of_entry
SELECT document.id FROM entry
JOIN reading ON reading.number = entry.reading
JOIN document ON document.number = reading.document
WHERE entry.id = ? LIMIT 1;
