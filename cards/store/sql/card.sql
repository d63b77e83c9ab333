-- Cards with their state; the caller appends a WHERE.
SELECT card.key, card.id, card.fact, fact.casefile, fact.text_id, casefile.text_id, card.position, s.ordinal,
       s.suspended, s.retired, s.marked, s.buried_until,
       s.state, s.step, s.stability, s.difficulty, s.last_ms, s.last_day, s.due_day, s.due_ms, s.reviews, s.lapses,
       casefile.title
FROM card
JOIN card_state AS s ON s.card = card.key
JOIN fact ON fact.key = card.fact
JOIN casefile ON casefile.key = fact.casefile
