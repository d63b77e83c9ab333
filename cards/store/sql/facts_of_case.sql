-- The facts of case ?1: those of its file in their order, the student's own, and last
-- those that are gone.
SELECT text_id, claim, kind, answer, accept, status, as_of, sources, people, passage, questions, wrong, note, needs,
       superseded_by, derived, checked, retired, key, position, origin, gone
FROM fact
WHERE casefile = ?1
ORDER BY gone, origin, position, key;
