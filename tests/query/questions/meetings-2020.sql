-- Which meetings were held in 2020?
SELECT DISTINCT m.name
FROM meeting_date AS d
JOIN entities AS m ON m.id = d.meeting_id
WHERE d.date_from <= '2020-12-31' AND d.date_to >= '2020-01-01';
