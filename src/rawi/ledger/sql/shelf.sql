-- name: shelf
-- ``part`` says what a row is: one of all entries with what is counted of it (:facets), one who is met most
-- in them, or an entry of a page. What people rejected is among the first alone, where that is counted.
WITH chosen AS MATERIALIZED (
    SELECT entry.number, entry.reading, entry.position, entry.kind, entry.form, entry.polarity, entry.unit,
        reading.outlet, coalesce(entry.first_day, reading.published) AS day,
        coalesce(min(entry.first_day, reading.published), entry.first_day, reading.published) AS at,
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
        AND (:standing IS NULL OR coalesce(reviewed.standing, 'new') = :standing)
        AND (:who IS NULL OR entry.number IN (
            SELECT claimant.entry FROM claimant JOIN entity ON entity.number = claimant.entity WHERE entity.id = :who))
        AND (:match IS NULL OR entry.number IN (SELECT rowid FROM entry_index WHERE entry_index MATCH :match))
)
SELECT 'entry' AS part, kind, form, polarity, unit, outlet, substr(day, 1, 4), standing FROM chosen WHERE :facets
UNION ALL SELECT * FROM (
    SELECT 'who', entity.id, entity.name, met.count, NULL, NULL, NULL, NULL
    FROM (
        SELECT claimant.entity, count(*) AS count
        FROM chosen
        JOIN claimant ON claimant.entry = chosen.number
        WHERE :facets AND (:standing IS NOT NULL OR chosen.standing <> 'rejected')
        GROUP BY claimant.entity
    ) AS met
    JOIN entity ON entity.number = met.entity
    ORDER BY met.count DESC, entity.id
    LIMIT :most
)
UNION ALL SELECT * FROM (
    -- An entry stands at its own day, but at none after its article: a forecast for 2050 is no news of 2050.
    SELECT 'page', reading, position, NULL, NULL, NULL, NULL, NULL
    FROM chosen
    WHERE (:standing IS NOT NULL OR standing <> 'rejected')
        AND (:number IS NULL
            OR (at IS NULL) > :dateless
            OR at < :day
            OR (at IS :day AND number > :number))
    ORDER BY at IS NULL, at DESC, number
    LIMIT :limit OFFSET :offset
);

-- name: shelf_place
SELECT coalesce(min(entry.first_day, reading.published), entry.first_day, reading.published) IS NULL,
    coalesce(min(entry.first_day, reading.published), entry.first_day, reading.published),
    entry.number
FROM current
JOIN reading ON reading.number = current.reading
JOIN entry ON entry.reading = reading.number
WHERE entry.id = ? AND entry.kind IN ('statement', 'figure', 'event');
