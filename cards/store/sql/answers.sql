-- What the facts of a JSON list of keys, ?1, ask for.
SELECT fact.key, fact.text_id, fact.kind, fact.answer
FROM json_each(?1) AS wanted
JOIN fact ON fact.key = wanted.value
ORDER BY fact.key;
