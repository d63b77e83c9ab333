-- Schema 1. Every table is STRICT. `key` is a row number, meaningless in another
-- library; `id` is the 16-byte identity by which two libraries can be united.
-- Text ids are therefore indexed but not unique: two computers may have used one
-- for two things. Times are UTC milliseconds (`…_ms`) with the local offset in
-- minutes; days are study days counted from 1970-01-01. Lists are JSON arrays.

CREATE TABLE device (
    key         INTEGER PRIMARY KEY,
    id          BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    own         INTEGER NOT NULL CHECK (own IN (0, 1)),  -- 1: this library's own.
    made_ms     INTEGER NOT NULL,
    utc_offset  INTEGER NOT NULL
) STRICT;

CREATE TABLE setting (
    name   TEXT PRIMARY KEY,
    value  TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Cases and facts ------------------------------------------------------------

CREATE TABLE casefile (
    key         INTEGER PRIMARY KEY,
    id          BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    text_id     TEXT    NOT NULL,
    origin      INTEGER NOT NULL CHECK (origin IN (0, 1)),  -- 0 shipped, 1 the student's own.
    digest      BLOB,                                       -- Of the text it was read from; NULL where there was none.
    title       TEXT    NOT NULL,
    kind        TEXT    NOT NULL CHECK (kind IN ('case', 'general')),
    for_whom    TEXT    NOT NULL,
    begin_year  INTEGER NOT NULL,
    end_year    INTEGER NOT NULL,
    outcome     TEXT    NOT NULL,
    summary     TEXT    NOT NULL,
    tags        TEXT    NOT NULL,
    brief       TEXT    NOT NULL,
    made_ms     INTEGER NOT NULL,
    utc_offset  INTEGER NOT NULL,
    device      INTEGER NOT NULL REFERENCES device (key),
    changed_ms  INTEGER NOT NULL
) STRICT;
CREATE INDEX casefile_text_id ON casefile (text_id);

-- Sources and people belong to their case; `origin` tells who added them.
CREATE TABLE source (
    key        INTEGER PRIMARY KEY,
    casefile   INTEGER NOT NULL REFERENCES casefile (key),
    origin     INTEGER NOT NULL CHECK (origin IN (0, 1)),
    text_id    TEXT    NOT NULL,
    publisher  TEXT    NOT NULL,
    title      TEXT    NOT NULL,
    date       TEXT    NOT NULL,
    address    TEXT    NOT NULL,
    tier       TEXT    NOT NULL,
    was_read   INTEGER NOT NULL CHECK (was_read IN (0, 1))
) STRICT;
CREATE INDEX source_casefile ON source (casefile);

CREATE TABLE person (
    key       INTEGER PRIMARY KEY,
    casefile  INTEGER NOT NULL REFERENCES casefile (key),
    origin    INTEGER NOT NULL CHECK (origin IN (0, 1)),
    text_id   TEXT    NOT NULL,
    name      TEXT    NOT NULL,
    aliases   TEXT    NOT NULL,
    status    TEXT    NOT NULL,
    as_of     TEXT    NOT NULL,
    detail    TEXT    NOT NULL,
    charges   TEXT    NOT NULL
) STRICT;
CREATE INDEX person_casefile ON person (casefile);

CREATE TABLE fact (
    key            INTEGER PRIMARY KEY,
    id             BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    casefile       INTEGER NOT NULL REFERENCES casefile (key),
    position       INTEGER NOT NULL,  -- In its case file.
    origin         INTEGER NOT NULL CHECK (origin IN (0, 1)),
    text_id        TEXT    NOT NULL,
    claim          TEXT    NOT NULL,
    kind           TEXT    NOT NULL,
    answer         TEXT    NOT NULL,
    accept         TEXT    NOT NULL,
    status         TEXT    NOT NULL,
    as_of          TEXT    NOT NULL,
    sources        TEXT    NOT NULL,
    people         TEXT    NOT NULL,
    passage        TEXT    NOT NULL,
    questions      TEXT    NOT NULL,  -- [["text", retired], …]
    wrong          TEXT    NOT NULL,
    note           TEXT    NOT NULL,
    needs          TEXT    NOT NULL,
    superseded_by  TEXT    NOT NULL,
    derived        TEXT    NOT NULL,
    checked        INTEGER NOT NULL CHECK (checked IN (0, 1)),
    retired        INTEGER NOT NULL CHECK (retired IN (0, 1)),  -- As the case file says.
    gone           INTEGER NOT NULL CHECK (gone IN (0, 1)),     -- The case file has it no longer.
    made_ms        INTEGER NOT NULL,
    utc_offset     INTEGER NOT NULL,
    device         INTEGER NOT NULL REFERENCES device (key),
    changed_ms     INTEGER NOT NULL
) STRICT;
CREATE INDEX fact_text_id ON fact (text_id);
CREATE INDEX fact_casefile ON fact (casefile);
CREATE INDEX fact_waits ON fact (casefile) WHERE needs <> '[]';

-- What a fact said before it was changed: the whole record, as a JSON object.
CREATE TABLE fact_history (
    key         INTEGER PRIMARY KEY,
    id          BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    fact        INTEGER NOT NULL REFERENCES fact (key),
    record      TEXT    NOT NULL,
    made_ms     INTEGER NOT NULL,  -- When it was replaced.
    utc_offset  INTEGER NOT NULL,
    device      INTEGER NOT NULL REFERENCES device (key)
) STRICT;
CREATE INDEX fact_history_fact ON fact_history (fact);

CREATE TABLE card (
    key         INTEGER PRIMARY KEY,
    id          BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    fact        INTEGER NOT NULL REFERENCES fact (key),
    position    INTEGER NOT NULL,  -- Of the question in its fact.
    made_ms     INTEGER NOT NULL,
    utc_offset  INTEGER NOT NULL,
    device      INTEGER NOT NULL REFERENCES device (key)
) STRICT;
CREATE INDEX card_fact ON card (fact, position);

-- The log: rows are added and never changed -----------------------------------
--
-- `sequence` counts the rows of all four tables that one device has made.
-- `logged_ms` orders a card's rows: the time, but never before that of a row the
-- device knew already, so that a clock set back does not turn a log around. The
-- order is (logged_ms, device.id, sequence), the same on every computer.

CREATE TABLE review (
    key         INTEGER PRIMARY KEY,
    id          BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    card        INTEGER NOT NULL REFERENCES card (key),
    device      INTEGER NOT NULL REFERENCES device (key),
    sequence    INTEGER NOT NULL,
    made_ms     INTEGER NOT NULL,
    utc_offset  INTEGER NOT NULL,
    logged_ms   INTEGER NOT NULL,
    day         INTEGER NOT NULL,
    rating      INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 4),
    took_ms     INTEGER NOT NULL,
    form        INTEGER NOT NULL,
    answer      TEXT    NOT NULL,
    before      INTEGER NOT NULL CHECK (before BETWEEN 0 AND 3),  -- The card's state until then.
    state       INTEGER NOT NULL CHECK (state BETWEEN 0 AND 3),   -- What the button promised …
    step        INTEGER NOT NULL,
    due_day     INTEGER NOT NULL,
    due_ms      INTEGER NOT NULL
) STRICT;
CREATE INDEX review_card ON review (card, logged_ms);
CREATE INDEX review_day ON review (day);
CREATE INDEX review_device ON review (device, sequence);

CREATE TABLE undo (
    key         INTEGER PRIMARY KEY,
    id          BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    review      INTEGER NOT NULL REFERENCES review (key),
    device      INTEGER NOT NULL REFERENCES device (key),
    sequence    INTEGER NOT NULL,
    made_ms     INTEGER NOT NULL,
    utc_offset  INTEGER NOT NULL
) STRICT;
CREATE INDEX undo_review ON undo (review);
CREATE INDEX undo_device ON undo (device, sequence);

-- From here on the card counts as never asked: its answer has changed.
CREATE TABLE reset (
    key         INTEGER PRIMARY KEY,
    id          BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    card        INTEGER NOT NULL REFERENCES card (key),
    device      INTEGER NOT NULL REFERENCES device (key),
    sequence    INTEGER NOT NULL,
    made_ms     INTEGER NOT NULL,
    utc_offset  INTEGER NOT NULL,
    logged_ms   INTEGER NOT NULL
) STRICT;
CREATE INDEX reset_card ON reset (card, logged_ms);
CREATE INDEX reset_device ON reset (device, sequence);

-- A student's suspending, burying and marking.
CREATE TABLE edit (
    key         INTEGER PRIMARY KEY,
    id          BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    card        INTEGER NOT NULL REFERENCES card (key),
    what        TEXT    NOT NULL CHECK (what IN ('suspend', 'bury', 'mark')),
    value       INTEGER NOT NULL,  -- 0 or 1; for 'bury' the day until which.
    device      INTEGER NOT NULL REFERENCES device (key),
    sequence    INTEGER NOT NULL,
    made_ms     INTEGER NOT NULL,
    utc_offset  INTEGER NOT NULL,
    logged_ms   INTEGER NOT NULL
) STRICT;
CREATE INDEX edit_card ON edit (card, what, logged_ms);
CREATE INDEX edit_device ON edit (device, sequence);

CREATE TRIGGER review_stays_as_it_is BEFORE UPDATE ON review BEGIN SELECT raise(ABORT, 'a review is never changed'); END;
CREATE TRIGGER review_stays BEFORE DELETE ON review BEGIN SELECT raise(ABORT, 'a review is never deleted'); END;
CREATE TRIGGER undo_stays_as_it_is BEFORE UPDATE ON undo BEGIN SELECT raise(ABORT, 'an undo is never changed'); END;
CREATE TRIGGER undo_stays BEFORE DELETE ON undo BEGIN SELECT raise(ABORT, 'an undo is never deleted'); END;
CREATE TRIGGER reset_stays_as_it_is BEFORE UPDATE ON reset BEGIN SELECT raise(ABORT, 'a reset is never changed'); END;
CREATE TRIGGER reset_stays BEFORE DELETE ON reset BEGIN SELECT raise(ABORT, 'a reset is never deleted'); END;
CREATE TRIGGER edit_stays_as_it_is BEFORE UPDATE ON edit BEGIN SELECT raise(ABORT, 'an edit is never changed'); END;
CREATE TRIGGER edit_stays BEFORE DELETE ON edit BEGIN SELECT raise(ABORT, 'an edit is never deleted'); END;

-- The cache: everything here follows from the tables above -------------------------

CREATE TABLE card_state (
    card          INTEGER PRIMARY KEY REFERENCES card (key),
    fact          INTEGER NOT NULL REFERENCES fact (key),
    casefile      INTEGER NOT NULL REFERENCES casefile (key),
    ordinal       INTEGER NOT NULL,            -- Among new cards.
    state         INTEGER NOT NULL DEFAULT 0 CHECK (state BETWEEN 0 AND 3),
    step          INTEGER NOT NULL DEFAULT 0,
    stability     REAL    NOT NULL DEFAULT 0,
    difficulty    REAL    NOT NULL DEFAULT 0,
    last_ms       INTEGER NOT NULL DEFAULT 0,
    last_day      INTEGER NOT NULL DEFAULT 0,
    due_day       INTEGER NOT NULL DEFAULT 0,
    due_ms        INTEGER NOT NULL DEFAULT 0,
    reviews       INTEGER NOT NULL DEFAULT 0,
    lapses        INTEGER NOT NULL DEFAULT 0,
    suspended     INTEGER NOT NULL DEFAULT 0 CHECK (suspended IN (0, 1)),
    retired       INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1)),
    marked        INTEGER NOT NULL DEFAULT 0 CHECK (marked IN (0, 1)),
    buried_until  INTEGER NOT NULL DEFAULT 0,  -- Waits until this day has begun; 0 = not buried.
    by_sibling    INTEGER NOT NULL DEFAULT 0 CHECK (by_sibling IN (0, 1))  -- Buried by a sibling's review, not by hand.
) STRICT;
CREATE INDEX card_state_fact ON card_state (fact);
CREATE INDEX card_state_casefile ON card_state (casefile, retired) WHERE retired = 0;

-- The day's queue is read from these three alone, without touching the table:
-- they hold every column the queue asks for, those of their WHERE included.
CREATE INDEX card_state_new ON card_state (ordinal, buried_until, fact, casefile, state, suspended, retired)
    WHERE state = 0 AND suspended = 0 AND retired = 0;
CREATE INDEX card_state_learning ON card_state
    (due_ms, buried_until, fact, casefile, last_day, stability, ordinal, state, suspended, retired)
    WHERE state IN (1, 3) AND suspended = 0 AND retired = 0;
CREATE INDEX card_state_due ON card_state
    (due_day, buried_until, fact, casefile, due_ms, last_day, stability, ordinal, difficulty, state, suspended,
     retired)
    WHERE state = 2 AND suspended = 0 AND retired = 0;
