-- In which country is the city where CARICC is based?
SELECT DISTINCT c.country
FROM links AS seat
JOIN city_country AS c ON c.city_id = seat.object
WHERE seat.predicate = 'based_in'
  AND seat.subject IN (SELECT entity FROM names WHERE key = name_key('كاريك'));
