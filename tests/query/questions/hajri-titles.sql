-- What titles does Hazza Al-Hajri hold?
SELECT DISTINCT title
FROM position_held
WHERE person_id IN (SELECT entity FROM names WHERE key = name_key('هزاع الهاجري'));
