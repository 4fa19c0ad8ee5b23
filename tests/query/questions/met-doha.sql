-- Which bodies met in Doha?
SELECT DISTINCT body
FROM bodies_met_in
WHERE city_id IN (SELECT entity FROM names WHERE key = name_key('الدوحة'));
