-- In which places were meetings about terrorism held?
SELECT DISTINCT p.place
FROM meeting_place AS p
JOIN links AS l ON l.subject = p.meeting_id AND l.predicate = 'about'
WHERE l.object IN (SELECT entity FROM names
                   WHERE key IN (name_key('الإرهاب'), name_key('مكافحة الإرهاب')));
