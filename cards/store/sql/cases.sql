-- The cases and how many cards each has that are not retired.
SELECT key, text_id, title, kind, origin,
       (SELECT count(*) FROM card_state WHERE card_state.casefile = casefile.key AND retired = 0)
FROM casefile
ORDER BY origin, title COLLATE NOCASE, key;
