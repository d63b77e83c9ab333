-- What a case file says of its case, ?1 being the case's key.
UPDATE casefile
SET title = ?2, kind = ?3, for_whom = ?4, begin_year = ?5, end_year = ?6, outcome = ?7, summary = ?8, tags = ?9,
    brief = ?10, digest = ?11, changed_ms = ?12
WHERE key = ?1;
