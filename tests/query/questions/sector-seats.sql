-- Where are the bodies of the GCC security affairs sector based?
WITH RECURSIVE below(id) AS (
  SELECT l.subject FROM links AS l JOIN names AS n ON n.entity = l.object
  WHERE l.predicate = 'part_of' AND n.key = name_key('قطاع الشؤون الأمنية')
  UNION
  SELECT l.subject FROM links AS l JOIN below ON l.object = below.id
  WHERE l.predicate = 'part_of'
)
SELECT DISTINCT object
FROM triple
WHERE predicate = 'based_in' AND subject_id IN below;
