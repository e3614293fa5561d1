-- name: scene
SELECT data FROM scene WHERE document = ?;

-- name: unresolved
SELECT current.document, current.reading
FROM current LEFT JOIN scene ON scene.document = current.document
WHERE scene.reading IS NOT current.reading
ORDER BY current.document;

-- name: count_current
SELECT count(*) FROM current;

-- name: documents_of_group
SELECT document FROM scene_group WHERE name = ? ORDER BY document;

-- name: groups_from
SELECT DISTINCT name FROM scene_group WHERE name >= ? AND name < ? ORDER BY name;

-- name: names_of_block
SELECT name FROM name_block WHERE block = ? ORDER BY name;

-- name: alike_names
SELECT other FROM alike_name WHERE name = ? ORDER BY other;

-- name: is_alike
SELECT 1 FROM alike_name WHERE name = ? AND other = ?;

-- name: insert_scene
INSERT INTO scene (document, reading, data) VALUES (?, ?, ?)
ON CONFLICT (document) DO UPDATE SET reading = excluded.reading, data = excluded.data;

-- name: insert_scene_group
INSERT INTO scene_group (name, document) VALUES (?, ?);

-- name: delete_scene_group
DELETE FROM scene_group WHERE name = ? AND document = ?;

-- name: insert_name_block
INSERT INTO name_block (block, name) VALUES (?, ?);

-- name: delete_name_block
DELETE FROM name_block WHERE block = ? AND name = ?;

-- name: insert_alike_name
INSERT INTO alike_name (name, other) VALUES (?, ?);

-- name: delete_alike_name
DELETE FROM alike_name WHERE name = ? AND other = ?;

-- name: clear_scenes
DELETE FROM scene;

-- name: clear_scene_groups
DELETE FROM scene_group;

-- name: clear_name_blocks
DELETE FROM name_block;

-- name: clear_alike_names
DELETE FROM alike_name;

-- name: all_scenes
SELECT document, reading, data FROM scene ORDER BY document;

-- name: all_scene_groups
SELECT name, document FROM scene_group ORDER BY name, document;

-- name: all_name_blocks
SELECT block, name FROM name_block ORDER BY block, name;

-- name: all_alike_names
SELECT name, other FROM alike_name ORDER BY name, other;
