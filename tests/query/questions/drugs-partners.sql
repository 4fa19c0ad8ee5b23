-- With which bodies do the bodies that work on drugs cooperate?
SELECT DISTINCT c.partner
FROM links AS field
JOIN cooperation AS c ON c.body_id = field.subject
WHERE field.predicate = 'works_on'
  AND field.object IN (SELECT entity FROM names
                       WHERE key IN (name_key('المخدرات'), name_key('مكافحة المخدرات')));
