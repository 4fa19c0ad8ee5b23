-- How many countries are members of CARICC?
SELECT count(DISTINCT member_id)
FROM membership
WHERE member_type = 'country'
  AND organization_id IN (SELECT entity FROM names WHERE key = name_key('كاريك'));
