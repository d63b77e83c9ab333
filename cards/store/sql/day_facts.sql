-- Facts reviewed on day ?1.
SELECT DISTINCT card.fact
FROM review
JOIN card ON card.key = review.card
WHERE review.day = ?1 AND NOT EXISTS (SELECT 1 FROM undo WHERE undo.review = review.key)
ORDER BY card.fact;
