-- Lines that a job logs for people.
CREATE TABLE queue_job.job_log (
  id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  job_id  bigint NOT NULL,
  attempt integer NOT NULL,
  at      timestamptz NOT NULL DEFAULT clock_timestamp(),
  text    text NOT NULL
);
CREATE INDEX job_log_job ON queue_job.job_log (job_id, id);

-- Effects outside the database that are to happen once per key: at is when one began; a row that is
-- not done is one of which nobody can know whether it happened.
CREATE TABLE queue_job.once (
  application text NOT NULL,
  key         text NOT NULL,
  job         uuid,
  at          timestamptz NOT NULL DEFAULT clock_timestamp(),
  done        timestamptz,
  PRIMARY KEY (application, key)
);

-- What a job is about, as a link that any admin can open, also one that lacks the application.
ALTER TABLE queue_job.job ADD COLUMN related text;

-- Columns of the application's own, texts by name.
ALTER TABLE queue_job.job ADD COLUMN attributes jsonb CHECK (jsonb_typeof(attributes) = 'object');

-- Chores that one node at a time does for all, in steps of one short transaction each. A run that
-- has begun and not ended goes on at its position, on whichever node takes the next step.
CREATE TABLE queue_job.chore (
  name     text PRIMARY KEY,
  began    timestamptz,
  ended    timestamptz,
  position bigint NOT NULL DEFAULT 0,
  removed  bigint NOT NULL DEFAULT 0,
  node     text,
  result   text
);
