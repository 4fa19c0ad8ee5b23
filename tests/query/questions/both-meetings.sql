-- Which bodies took part both in the fourth meeting of police chiefs and in the 37th session of
-- the Council of Arab Interior Ministers?
SELECT DISTINCT a.body
FROM participation AS a
JOIN participation AS b ON b.body_id = a.body_id
WHERE a.body_type IN ('organization', 'country')
  AND a.meeting_id IN (SELECT entity FROM names
                       WHERE key LIKE name_key('الاجتماع الرابع لرؤساء الشرطة') || '%')
  AND b.meeting_id IN (SELECT entity FROM names
                       WHERE key = name_key('الدورة السابعة والثلاثين لمجلس وزراء الداخلية العرب'));
