-- How many organizations took part in the 37th session of the Council of Arab Interior Ministers?
SELECT count(DISTINCT body_id)
FROM participation
WHERE body_type = 'organization'
  AND meeting_id IN (SELECT entity FROM names
                     WHERE key = name_key('الدورة السابعة والثلاثين لمجلس وزراء الداخلية العرب'));
