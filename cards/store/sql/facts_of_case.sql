-- The facts of case ?1 in the order of its file; those its file has no longer, last.
SELECT text_id, claim, kind, answer, accept, status, as_of, sources, people, passage, questions, wrong, note, needs,
       superseded_by, derived, checked, retired, key, position, origin, gone
FROM fact
WHERE casefile = ?1
ORDER BY gone, position, key;
