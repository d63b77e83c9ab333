-- Cards being learned or relearned that are not buried on day ?1, soonest first.
SELECT card, fact, casefile, state, due_ms, last_day, stability, ordinal, 0.0, 0
FROM card_state
WHERE state IN (1, 3) AND suspended = 0 AND retired = 0 AND buried_until <= ?1
ORDER BY due_ms;
