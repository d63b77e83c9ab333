INSERT INTO card (id, fact, position, made_ms, utc_offset, device) VALUES (?1, ?2, ?3, ?4, ?5, ?6) RETURNING key;
