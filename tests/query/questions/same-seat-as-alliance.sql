-- Which other bodies are based in the city where the International Security Alliance is based?
WITH alliance(id) AS (SELECT entity FROM names WHERE key = name_key('التحالف الأمني الدولي'))
SELECT DISTINCT subject
FROM triple
WHERE predicate = 'based_in'
  AND object_id IN (SELECT object FROM links
                    WHERE predicate = 'based_in' AND subject IN alliance)
  AND subject_id NOT IN alliance;
