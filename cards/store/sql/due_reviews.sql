-- Cards in Review that are due by day ?1, most overdue first.
SELECT card, fact, casefile, 2, due_ms, last_day, stability, ordinal, difficulty, due_day
FROM card_state
WHERE state = 2 AND suspended = 0 AND retired = 0 AND due_day <= ?1 AND buried_until <= ?1
ORDER BY due_day;
