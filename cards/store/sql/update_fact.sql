-- The new record of fact ?19, which is in its case file (again).
UPDATE fact
SET text_id = ?1, claim = ?2, kind = ?3, answer = ?4, accept = ?5, status = ?6, as_of = ?7, sources = ?8, people = ?9,
    passage = ?10, questions = ?11, wrong = ?12, note = ?13, needs = ?14, superseded_by = ?15, derived = ?16,
    checked = ?17, retired = ?18, position = ?20, gone = 0, changed_ms = ?21
WHERE key = ?19;
