-- Every card's row in the cache, and in it what follows from the card, its fact, its
-- case and the student's edits. What follows from the reviews is not touched.

INSERT INTO card_state (card, fact, casefile, ordinal)
SELECT card.key, card.fact, fact.casefile, card.key + (SELECT coalesce(max(ordinal), 0) FROM card_state)
FROM card
JOIN fact ON fact.key = card.fact
WHERE NOT EXISTS (SELECT 1 FROM card_state WHERE card_state.card = card.key);

UPDATE card_state
SET fact = card.fact, casefile = fact.casefile
FROM card
JOIN fact ON fact.key = card.fact
WHERE card.key = card_state.card AND (card_state.fact <> card.fact OR card_state.casefile <> fact.casefile);

UPDATE card_state
SET retired = NOT card_state.retired
FROM card
JOIN fact ON fact.key = card.fact
WHERE card.key = card_state.card
  AND card_state.retired <> (fact.gone OR fact.retired
                  OR coalesce(json_extract(fact.questions, '$[' || card.position || '][1]'), 1));

UPDATE card_state
SET suspended = NOT suspended
WHERE suspended <> coalesce((SELECT value FROM edit WHERE edit.card = card_state.card AND what = 'suspend'
                             ORDER BY logged_ms DESC, sequence DESC LIMIT 1), 0);

UPDATE card_state
SET marked = NOT marked
WHERE marked <> coalesce((SELECT value FROM edit WHERE edit.card = card_state.card AND what = 'mark'
                          ORDER BY logged_ms DESC, sequence DESC LIMIT 1), 0);
