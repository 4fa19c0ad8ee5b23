-- Who is the director of the GCC criminal information centre?
SELECT DISTINCT person
FROM position_held
WHERE title_id IN (SELECT entity FROM names WHERE key = name_key('مدير'))
  AND body_id IN (SELECT entity FROM names
                  WHERE key = name_key('مركز المعلومات الجنائية لمكافحة المخدرات'));
