-- Through which body does the shortest link between CARICC and the Gulf Police pass?
-- Titles, dates, topics and places are no ties: a walk passes through people, bodies, meetings and
-- agreements only.
WITH RECURSIVE
tie(a, b) AS (
  SELECT l.subject, l.object FROM links AS l
  JOIN entities AS s ON s.id = l.subject
  JOIN entities AS o ON o.id = l.object
  WHERE s.type IN ('person', 'organization', 'country', 'meeting', 'agreement')
    AND o.type IN ('person', 'organization', 'country', 'meeting', 'agreement')
),
step(a, b) AS (SELECT a, b FROM tie UNION SELECT b, a FROM tie),
near(id, steps) AS (
  SELECT DISTINCT entity, 0 FROM names WHERE key = name_key('كاريك')
  UNION
  SELECT step.b, near.steps + 1 FROM near JOIN step ON step.a = near.id WHERE near.steps < 3
),
far(id, steps) AS (
  SELECT DISTINCT entity, 0 FROM names WHERE key = name_key('الشرطة الخليجية')
  UNION
  SELECT step.b, far.steps + 1 FROM far JOIN step ON step.a = far.id WHERE far.steps < 3
),
on_the_way(id, steps) AS (
  SELECT near.id, min(near.steps + far.steps) FROM near JOIN far ON far.id = near.id
  GROUP BY near.id
)
SELECT e.name
FROM on_the_way JOIN entities AS e ON e.id = on_the_way.id
WHERE on_the_way.steps = (SELECT min(steps) FROM on_the_way)
  AND e.type IN ('organization', 'country')
  AND e.id NOT IN (SELECT entity FROM names
                   WHERE key IN (name_key('كاريك'), name_key('الشرطة الخليجية')));
