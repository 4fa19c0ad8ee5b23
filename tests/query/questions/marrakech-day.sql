-- On which day did the fourth meeting of police chiefs in Marrakech open?
SELECT DISTINCT date
FROM meeting_date
WHERE meeting_id IN (SELECT entity FROM names
                     WHERE key LIKE name_key('الاجتماع الرابع لرؤساء الشرطة') || '%')
  AND meeting_id IN (SELECT meeting_id FROM meeting_place
                     WHERE place_id IN (SELECT entity FROM names WHERE key = name_key('مراكش')));
