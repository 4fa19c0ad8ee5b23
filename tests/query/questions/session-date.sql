-- When was the 37th session of the Council of Arab Interior Ministers held?
SELECT DISTINCT date
FROM meeting_date
WHERE meeting_id IN (SELECT entity FROM names
                     WHERE key = name_key('الدورة السابعة والثلاثين لمجلس وزراء الداخلية العرب'));
