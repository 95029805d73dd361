-- Sums of the runs that ended, per minute, channel and function, for charts. w0 to w19 and r0 to r19
-- count runs by how long they had waited and how long they ran: bounds in milliseconds 1, 2, 5, 10,
-- 20, 50, 100, 250, 500, 1 s, 2.5 s, 5 s, 10 s, 30 s, 1 min, 5 min, 30 min, 2 h, 1 day, and beyond.
ALTER TABLE queue_job.minute
  ADD COLUMN w0 integer NOT NULL DEFAULT 0, ADD COLUMN w1 integer NOT NULL DEFAULT 0, ADD COLUMN w2 integer NOT NULL DEFAULT 0, ADD COLUMN w3 integer NOT NULL DEFAULT 0,
  ADD COLUMN w4 integer NOT NULL DEFAULT 0, ADD COLUMN w5 integer NOT NULL DEFAULT 0, ADD COLUMN w6 integer NOT NULL DEFAULT 0, ADD COLUMN w7 integer NOT NULL DEFAULT 0,
  ADD COLUMN w8 integer NOT NULL DEFAULT 0, ADD COLUMN w9 integer NOT NULL DEFAULT 0, ADD COLUMN w10 integer NOT NULL DEFAULT 0, ADD COLUMN w11 integer NOT NULL DEFAULT 0,
  ADD COLUMN w12 integer NOT NULL DEFAULT 0, ADD COLUMN w13 integer NOT NULL DEFAULT 0, ADD COLUMN w14 integer NOT NULL DEFAULT 0, ADD COLUMN w15 integer NOT NULL DEFAULT 0,
  ADD COLUMN w16 integer NOT NULL DEFAULT 0, ADD COLUMN w17 integer NOT NULL DEFAULT 0, ADD COLUMN w18 integer NOT NULL DEFAULT 0, ADD COLUMN w19 integer NOT NULL DEFAULT 0,
  ADD COLUMN r0 integer NOT NULL DEFAULT 0, ADD COLUMN r1 integer NOT NULL DEFAULT 0, ADD COLUMN r2 integer NOT NULL DEFAULT 0, ADD COLUMN r3 integer NOT NULL DEFAULT 0,
  ADD COLUMN r4 integer NOT NULL DEFAULT 0, ADD COLUMN r5 integer NOT NULL DEFAULT 0, ADD COLUMN r6 integer NOT NULL DEFAULT 0, ADD COLUMN r7 integer NOT NULL DEFAULT 0,
  ADD COLUMN r8 integer NOT NULL DEFAULT 0, ADD COLUMN r9 integer NOT NULL DEFAULT 0, ADD COLUMN r10 integer NOT NULL DEFAULT 0, ADD COLUMN r11 integer NOT NULL DEFAULT 0,
  ADD COLUMN r12 integer NOT NULL DEFAULT 0, ADD COLUMN r13 integer NOT NULL DEFAULT 0, ADD COLUMN r14 integer NOT NULL DEFAULT 0, ADD COLUMN r15 integer NOT NULL DEFAULT 0,
  ADD COLUMN r16 integer NOT NULL DEFAULT 0, ADD COLUMN r17 integer NOT NULL DEFAULT 0, ADD COLUMN r18 integer NOT NULL DEFAULT 0, ADD COLUMN r19 integer NOT NULL DEFAULT 0,
  SET (fillfactor = 70);

-- The same for ten minutes and for an hour, so that a chart of a day or a week reads few rows.
CREATE TABLE queue_job.period (
  seconds integer NOT NULL CHECK (seconds IN (600, 3600)),
  LIKE queue_job.minute INCLUDING DEFAULTS INCLUDING STORAGE,
  PRIMARY KEY (seconds, minute, channel, function_id)
) WITH (fillfactor = 70);
ALTER TABLE queue_job.period RENAME COLUMN minute TO began;

CREATE VIEW queue_job.sums AS
SELECT 60 AS seconds, m.* FROM queue_job.minute AS m (began)
UNION ALL
SELECT * FROM queue_job.period;
