UPDATE card_state
SET state = ?2, step = ?3, stability = ?4, difficulty = ?5, last_ms = ?6, last_day = ?7, due_day = ?8, due_ms = ?9,
    reviews = ?10, lapses = ?11
WHERE card = ?1;
