-- The functions that a node can run, so that others can tell which jobs nobody would run. Null: the
-- node never said.
ALTER TABLE queue_job.node ADD COLUMN IF NOT EXISTS functions integer[];

-- A reset names in the audit who made it, as a change does.
CREATE OR REPLACE FUNCTION queue_job.function_changed_by_people() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  reset boolean := coalesce(NEW.settings, '{}') = '{}';
  named boolean := NEW.changed IS DISTINCT FROM OLD.changed
    OR NEW.changed_by IS DISTINCT FROM OLD.changed_by;
  actor text := CASE WHEN named THEN coalesce(NEW.changed_by, session_user) ELSE session_user END;
BEGIN
  IF reset THEN
    NEW.changed := NULL;
    NEW.changed_by := NULL;
  ELSIF NEW.changed IS NOT DISTINCT FROM OLD.changed THEN
    NEW.changed := clock_timestamp();
    NEW.changed_by := actor;
  END IF;
  INSERT INTO queue_job.audit (actor, action, subject, before, after)
  VALUES (actor, CASE WHEN reset THEN 'reset function' ELSE 'change function' END,
    NEW.application || ' ' || NEW.name, OLD.settings, NEW.settings);
  RETURN NEW;
END $$;

-- Jobs that failed, or may have, until their people were found: rows are taken out, so that none is
-- missed whatever the order of commits. Written only while some node tells people.
CREATE TABLE queue_job.failure (
  id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  job_id bigint NOT NULL,
  at     timestamptz NOT NULL DEFAULT clock_timestamp()
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

CREATE FUNCTION queue_job.note_failure() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO queue_job.failure (job_id)
  SELECT NEW.job_id FROM queue_job.chore
  WHERE name = 'notification' AND began > clock_timestamp() - interval '7 days';
  RETURN NULL;
END $$;
CREATE TRIGGER attempt_failed AFTER INSERT ON queue_job.job_attempt
  FOR EACH ROW WHEN (NEW.outcome IN ('failed', 'recovered'))
  EXECUTE FUNCTION queue_job.note_failure();

-- What one recipient is told of one kind of failure. A message is due while jobs are pending; before
-- it is sent its row says so (sending, until), and has its own identity, which a second sending of
-- the same message repeats.
CREATE TABLE queue_job.notice (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  application text NOT NULL,
  recipient   text NOT NULL,
  fingerprint text NOT NULL,
  channel     text NOT NULL,
  function    text NOT NULL,
  error_class text,
  error       text,
  job         uuid NOT NULL,
  pending     bigint NOT NULL DEFAULT 0 CHECK (pending >= 0),
  total       bigint NOT NULL DEFAULT 0,
  first       timestamptz NOT NULL,
  last        timestamptz NOT NULL,
  due         timestamptz,
  message     uuid,
  telling     bigint NOT NULL DEFAULT 0,
  attempts    integer NOT NULL DEFAULT 0,
  sent        timestamptz,
  trouble     text,
  UNIQUE (application, recipient, fingerprint)
) WITH (fillfactor = 70);
CREATE INDEX notice_due ON queue_job.notice (due) WHERE due IS NOT NULL;

-- Messages that went out, for the limit of an hour.
CREATE TABLE queue_job.notice_sent (
  message   uuid PRIMARY KEY,
  recipient text NOT NULL,
  at        timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX notice_sent_at ON queue_job.notice_sent (recipient, at);
