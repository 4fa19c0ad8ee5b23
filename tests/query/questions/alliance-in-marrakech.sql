-- Which member of the International Security Alliance took part in a meeting in Marrakech?
SELECT DISTINCT m.member
FROM membership AS m
JOIN participation AS p ON p.body_id = m.member_id
WHERE m.organization_id IN (SELECT entity FROM names WHERE key = name_key('التحالف الأمني الدولي'))
  AND p.place_id IN (SELECT entity FROM names WHERE key = name_key('مراكش'));
