-- PostgreSQL reads the text of a CHECK anew for each statement that writes: one that names the row
-- as a whole is short, one that hands over its columns is not, and made a completion almost three
-- times as dear as its update alone. The function says the same as before, and holds all that is
-- said of a job's row in one place.
CREATE FUNCTION queue_job.job_is_possible(job queue_job.job) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  -- retries, deaths and seconds are counts; channels hang below root; attributes have names
  IF least(job.retry, job.max_retries, job.transient_retries, job.deaths, job.timeout_seconds) < 0
     OR (job.channel <> 'root' AND NOT starts_with(job.channel, 'root.'))
     OR jsonb_typeof(job.attributes) <> 'object' THEN
    RETURN false;
  END IF;
  -- an identity has key and scope, and only such a job can block
  IF job.identity_key IS NULL THEN
    IF job.identity_scope IS NOT NULL OR job.blocking_key IS NOT NULL THEN
      RETURN false;
    END IF;
  ELSIF job.identity_scope IS NULL
     OR job.identity_scope NOT IN ('queued', 'queued_or_running') THEN
    RETURN false;
  END IF;
  -- only what has no time to wait for can be claimed; only what is enqueued has a token; only what
  -- is final is finished; the flag says what the state says
  IF job.state = 'done' THEN
    RETURN NOT job.waits AND job.due IS NULL AND job.token IS NULL AND NOT job.failed
      AND job.finished IS NOT NULL;
  ELSIF job.state = 'enqueued' THEN
    RETURN NOT job.waits AND job.due IS NULL AND job.token IS NOT NULL AND NOT job.failed
      AND job.finished IS NULL;
  ELSIF job.state = 'pending' THEN
    RETURN job.waits = (job.due IS NULL) AND job.token IS NULL AND NOT job.failed
      AND job.finished IS NULL;
  ELSIF job.state = 'failed' THEN
    RETURN NOT job.waits AND job.due IS NULL AND job.token IS NULL AND job.failed
      AND job.finished IS NULL;
  ELSIF job.state = 'cancelled' THEN
    RETURN NOT job.waits AND job.due IS NULL AND job.token IS NULL AND NOT job.failed
      AND job.finished IS NOT NULL;
  ELSIF job.state = 'wait_dependencies' THEN
    RETURN NOT job.waits AND job.due IS NULL AND job.token IS NULL AND NOT job.failed
      AND job.finished IS NULL;
  END IF;
  RETURN false;
END $$;

ALTER TABLE queue_job.job
  DROP CONSTRAINT job_is_possible,
  DROP CONSTRAINT job_attributes_check,
  ADD CONSTRAINT job_is_possible CHECK (queue_job.job_is_possible(job));
DROP FUNCTION queue_job.job_is_possible(
  text, boolean, timestamptz, bigint, boolean, timestamptz, text, text, text, text, integer);

-- A sequential channel runs one at a time; to have no capacity is to be without limit.
UPDATE queue_job.channel SET capacity = 1 WHERE sequential AND capacity IS NULL;
ALTER TABLE queue_job.channel
  DROP CONSTRAINT channel_check,
  ADD CONSTRAINT channel_sequential CHECK (NOT sequential OR capacity IS NOT DISTINCT FROM 1);
