-- Which bodies belong to the GCC directly or through other bodies?
WITH RECURSIVE below(id) AS (
  SELECT entity FROM names WHERE key = name_key('مجلس التعاون')
  UNION
  SELECT l.subject FROM links AS l JOIN below ON l.object = below.id
  WHERE l.predicate = 'part_of'
)
SELECT name
FROM entities
WHERE id IN below AND id NOT IN (SELECT entity FROM names WHERE key = name_key('مجلس التعاون'));
