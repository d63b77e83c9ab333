-- From now on card ?2 counts as never asked.
INSERT INTO reset (id, card, device, sequence, made_ms, utc_offset, logged_ms)
VALUES (?1, ?2, ?3, ?4, ?5, ?6,
        max(?5, coalesce((SELECT max(logged_ms) FROM review WHERE card = ?2), ?5),
                coalesce((SELECT max(logged_ms) FROM reset WHERE card = ?2), ?5)));
