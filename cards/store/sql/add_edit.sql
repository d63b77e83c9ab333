-- An edit of card ?2, ordered after its earlier ones of the kind, whatever the clock says.
INSERT INTO edit (id, card, what, value, device, sequence, made_ms, utc_offset, logged_ms)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8,
        max(?7, coalesce((SELECT max(logged_ms) FROM edit WHERE card = ?2 AND what = ?3), ?7)));
