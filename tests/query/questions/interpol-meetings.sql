-- In which meetings did Interpol take part?
SELECT DISTINCT meeting
FROM participation
WHERE body_id IN (SELECT entity FROM names WHERE key = name_key('الإنتربول'));
