-- The logs of all cards, one after another; each as in log.sql.
SELECT r.id, r.made_ms, r.utc_offset, r.day, r.rating, r.took_ms, r.form, r.answer, r.state, r.step, r.due_day,
       r.due_ms, r.card
FROM review AS r
JOIN device AS d ON d.key = r.device
WHERE NOT EXISTS (SELECT 1 FROM undo WHERE undo.review = r.key)
  AND NOT EXISTS (SELECT 1 FROM reset JOIN device AS rd ON rd.key = reset.device
                  WHERE reset.card = r.card
                    AND (reset.logged_ms, rd.id, reset.sequence) > (r.logged_ms, d.id, r.sequence))
ORDER BY r.card, r.logged_ms, d.id, r.sequence;
