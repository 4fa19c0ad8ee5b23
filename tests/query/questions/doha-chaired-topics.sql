-- Which topics were dealt with at the meeting chaired by Saqr Al-Merikhi?
SELECT DISTINCT topic.object
FROM participation AS p
JOIN triple AS topic ON topic.subject_id = p.meeting_id AND topic.predicate = 'about'
WHERE p.role = 'chaired'
  AND p.body_id IN (SELECT entity FROM names WHERE key = name_key('صقر راشد المريخي'));
