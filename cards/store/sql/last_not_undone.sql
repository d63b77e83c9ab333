-- The last review that device ?1 made and that nobody has undone.
SELECT id, made_ms, utc_offset, day, rating, took_ms, form, answer, state, step, due_day, due_ms, key, card
FROM review
WHERE device = ?1 AND NOT EXISTS (SELECT 1 FROM undo WHERE undo.review = review.key)
ORDER BY sequence DESC
LIMIT 1;
