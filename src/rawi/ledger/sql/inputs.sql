-- name: outlets
SELECT reading.outlet, count(*), min(reading.published), max(reading.published)
FROM current JOIN reading ON reading.number = current.reading
GROUP BY reading.outlet ORDER BY count(*) DESC, reading.outlet;

-- name: rejections_by_code
SELECT code, count(*) FROM rejection GROUP BY code ORDER BY count(*) DESC, code;

-- name: last_rejections
SELECT number, path, part, url, media, code FROM rejection ORDER BY number DESC LIMIT ?;
