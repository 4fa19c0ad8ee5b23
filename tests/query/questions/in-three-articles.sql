-- Which organizations are named in at least three articles?
SELECT name
FROM entities
WHERE type = 'organization' AND n_documents >= 3;
