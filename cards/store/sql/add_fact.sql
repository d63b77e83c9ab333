INSERT INTO fact (text_id, claim, kind, answer, accept, status, as_of, sources, people, passage, questions, wrong, note,
                  needs, superseded_by, derived, checked, retired, id, casefile, position, origin, gone, made_ms,
                  utc_offset, device, changed_ms)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, 0, ?23,
        ?24, ?25, ?23);
