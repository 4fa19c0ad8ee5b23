-- Which countries are members of the International Security Alliance?
SELECT member
FROM membership
WHERE member_type = 'country'
  AND organization_id IN (SELECT entity FROM names WHERE key = name_key('التحالف الأمني الدولي'));
