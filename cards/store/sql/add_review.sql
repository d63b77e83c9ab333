-- An answer to card ?2. It is ordered after every row of the card's log so far,
-- whatever the clock says; the card's state until now is kept with it.
INSERT INTO review (id, card, device, sequence, made_ms, utc_offset, day, rating, took_ms, form, answer, state, step,
                    due_day, due_ms, before, logged_ms)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15,
        (SELECT state FROM card_state WHERE card = ?2),
        max(?5, coalesce((SELECT max(logged_ms) FROM review WHERE card = ?2), ?5),
                coalesce((SELECT max(logged_ms) FROM reset WHERE card = ?2), ?5)));
