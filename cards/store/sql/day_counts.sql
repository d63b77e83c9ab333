-- What was done on day ?1: first answers, reviews of cards in Review, all answers, time.
SELECT count(*) FILTER (WHERE before = 0), count(*) FILTER (WHERE before = 2), count(*), coalesce(sum(took_ms), 0)
FROM review
WHERE day = ?1 AND NOT EXISTS (SELECT 1 FROM undo WHERE undo.review = review.key);
