-- For which bodies do the people work who chaired the meeting in Doha?
SELECT DISTINCT job.object
FROM participation AS p
JOIN triple AS job ON job.subject_id = p.body_id AND job.predicate = 'works_for'
WHERE p.role = 'chaired' AND p.body_type = 'person'
  AND p.place_id IN (SELECT entity FROM names WHERE key = name_key('الدوحة'));
