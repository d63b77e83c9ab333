-- A review of card ?1 on day ?2 was undone: siblings that waited because of it wait
-- no longer, unless another review of the fact on that day still stands.
UPDATE card_state
SET buried_until = 0, by_sibling = 0
WHERE fact = (SELECT fact FROM card_state WHERE card = ?1)
  AND by_sibling = 1 AND buried_until = ?2 + 1
  AND NOT EXISTS (SELECT 1 FROM card_state AS sibling
                  JOIN review ON review.card = sibling.card AND review.day = ?2
                  WHERE sibling.fact = card_state.fact
                    AND sibling.card <> card_state.card
                    AND NOT EXISTS (SELECT 1 FROM undo WHERE undo.review = review.key));
