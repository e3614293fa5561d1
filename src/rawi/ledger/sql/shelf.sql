-- name: shelf_facets
WITH chosen AS MATERIALIZED (
    SELECT entry.number, entry.kind, entry.form, entry.polarity, entry.unit, reading.outlet,
        substr(coalesce(entry.first_day, reading.published), 1, 4) AS year,
        coalesce(reviewed.standing, 'new') AS standing
    FROM current
    JOIN reading ON reading.number = current.reading
    JOIN entry ON entry.reading = reading.number
    LEFT JOIN reviewed ON reviewed.entry = entry.id
    WHERE entry.kind IN ('statement', 'figure', 'event')
        AND (:kind IS NULL OR entry.kind = :kind)
        AND (:form IS NULL OR entry.form = :form)
        AND (:polarity IS NULL OR entry.polarity = :polarity)
        AND (:unit IS NULL OR entry.unit = :unit)
        AND (:outlet IS NULL OR reading.outlet = :outlet)
        AND (:year IS NULL OR substr(coalesce(entry.first_day, reading.published), 1, 4) = :year)
        AND CASE
            WHEN :standing IS NULL THEN coalesce(reviewed.standing, 'new') <> 'rejected'
            ELSE coalesce(reviewed.standing, 'new') = :standing
        END
        AND (:who IS NULL OR entry.number IN (
            SELECT claimant.entry FROM claimant JOIN entity ON entity.number = claimant.entity WHERE entity.id = :who))
        AND (:match IS NULL OR entry.number IN (SELECT rowid FROM entry_index WHERE entry_index MATCH :match))
)
SELECT 'kind' AS facet, kind AS value, NULL AS name, count(*) AS count FROM chosen GROUP BY kind
UNION ALL SELECT 'form', form, NULL, count(*) FROM chosen WHERE form IS NOT NULL GROUP BY form
UNION ALL SELECT 'polarity', polarity, NULL, count(*) FROM chosen WHERE polarity IS NOT NULL GROUP BY polarity
UNION ALL SELECT 'unit', unit, NULL, count(*) FROM chosen WHERE unit IS NOT NULL GROUP BY unit
UNION ALL SELECT 'outlet', outlet, NULL, count(*) FROM chosen WHERE outlet IS NOT NULL GROUP BY outlet
UNION ALL SELECT 'year', year, NULL, count(*) FROM chosen WHERE year IS NOT NULL GROUP BY year
UNION ALL SELECT 'standing', standing, NULL, count(*) FROM chosen GROUP BY standing
UNION ALL SELECT 'who', entity.id, entity.name, count(*) FROM chosen
JOIN claimant ON claimant.entry = chosen.number
JOIN entity ON entity.number = claimant.entity
GROUP BY entity.number
ORDER BY 1, 4 DESC, 2;

-- name: shelf
-- The day an entry stands at is its own, but none after its article: a forecast for 2050 is no news of 2050.
SELECT entry.reading, entry.position
FROM current
JOIN reading ON reading.number = current.reading
JOIN entry ON entry.reading = reading.number
LEFT JOIN reviewed ON reviewed.entry = entry.id
WHERE entry.kind IN ('statement', 'figure', 'event')
    AND (:kind IS NULL OR entry.kind = :kind)
    AND (:form IS NULL OR entry.form = :form)
    AND (:polarity IS NULL OR entry.polarity = :polarity)
    AND (:unit IS NULL OR entry.unit = :unit)
    AND (:outlet IS NULL OR reading.outlet = :outlet)
    AND (:year IS NULL OR substr(coalesce(entry.first_day, reading.published), 1, 4) = :year)
    AND CASE
        WHEN :standing IS NULL THEN coalesce(reviewed.standing, 'new') <> 'rejected'
        ELSE coalesce(reviewed.standing, 'new') = :standing
    END
    AND (:who IS NULL OR entry.number IN (
        SELECT claimant.entry FROM claimant JOIN entity ON entity.number = claimant.entity WHERE entity.id = :who))
    AND (:match IS NULL OR entry.number IN (SELECT rowid FROM entry_index WHERE entry_index MATCH :match))
    AND (:number IS NULL
        OR (coalesce(min(entry.first_day, reading.published), entry.first_day, reading.published) IS NULL) > :dateless
        OR coalesce(min(entry.first_day, reading.published), entry.first_day, reading.published) < :day
        OR (coalesce(min(entry.first_day, reading.published), entry.first_day, reading.published) IS :day AND entry.number > :number))
ORDER BY coalesce(min(entry.first_day, reading.published), entry.first_day, reading.published) IS NULL,
    coalesce(min(entry.first_day, reading.published), entry.first_day, reading.published) DESC,
    entry.number
LIMIT :limit OFFSET :offset;

-- name: shelf_place
SELECT coalesce(min(entry.first_day, reading.published), entry.first_day, reading.published) IS NULL,
    coalesce(min(entry.first_day, reading.published), entry.first_day, reading.published),
    entry.number
FROM current
JOIN reading ON reading.number = current.reading
JOIN entry ON entry.reading = reading.number
WHERE entry.id = ? AND entry.kind IN ('statement', 'figure', 'event');

-- name: shelf_rejected
SELECT count(*)
FROM reviewed
JOIN entry ON entry.id = reviewed.entry
JOIN current ON current.reading = entry.reading
JOIN reading ON reading.number = entry.reading
WHERE reviewed.standing = 'rejected'
    AND entry.kind IN ('statement', 'figure', 'event')
    AND (:kind IS NULL OR entry.kind = :kind)
    AND (:form IS NULL OR entry.form = :form)
    AND (:polarity IS NULL OR entry.polarity = :polarity)
    AND (:unit IS NULL OR entry.unit = :unit)
    AND (:outlet IS NULL OR reading.outlet = :outlet)
    AND (:year IS NULL OR substr(coalesce(entry.first_day, reading.published), 1, 4) = :year)
    AND (:who IS NULL OR entry.number IN (
        SELECT claimant.entry FROM claimant JOIN entity ON entity.number = claimant.entity WHERE entity.id = :who))
    AND (:match IS NULL OR entry.number IN (SELECT rowid FROM entry_index WHERE entry_index MATCH :match));
