-- New cards in order, as far as they are not buried on day ?1. The reader stops
-- when it has enough.
SELECT card, fact, casefile, 0, 0, 0, 0.0, ordinal, 0.0, 0
FROM card_state
WHERE state = 0 AND suspended = 0 AND retired = 0 AND buried_until <= ?1
ORDER BY ordinal;
