-- Who works for a body that took part in the 37th session of the Council of Arab Interior
-- Ministers?
SELECT DISTINCT job.subject
FROM triple AS job
JOIN participation AS p ON p.body_id = job.object_id
WHERE job.predicate = 'works_for'
  AND p.meeting_id IN (SELECT entity FROM names
                       WHERE key = name_key('الدورة السابعة والثلاثين لمجلس وزراء الداخلية العرب'));
