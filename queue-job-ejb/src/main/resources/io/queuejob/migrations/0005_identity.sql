-- A key as it blocks: of one application, and short enough for an index.
CREATE FUNCTION queue_job.blocking_key(function_id integer, identity_key text)
RETURNS text LANGUAGE sql STABLE AS $$
  SELECT f.application || ' ' || CASE WHEN length(identity_key) <= 200 THEN identity_key
    ELSE encode(sha256(convert_to(identity_key, 'UTF8')), 'hex') END
  FROM queue_job.function f WHERE f.id = function_id
$$;

-- A job that waits again takes its key back if it is free; false if another job has it. Waits for
-- a writer of the same key for a moment only, and never fails what it is called in.
CREATE FUNCTION queue_job.take_key(job bigint) RETURNS boolean LANGUAGE plpgsql
SET lock_timeout = '200ms' AS $$
BEGIN
  UPDATE queue_job.job j SET blocking_key = queue_job.blocking_key(j.function_id, j.identity_key)
  WHERE j.id = take_key.job AND j.state IN ('pending', 'wait_dependencies')
    AND j.identity_key IS NOT NULL AND j.blocking_key IS NULL
    AND NOT EXISTS (SELECT FROM queue_job.job o
      WHERE o.blocking_key = queue_job.blocking_key(j.function_id, j.identity_key));
  RETURN FOUND;
EXCEPTION WHEN unique_violation OR lock_not_available OR deadlock_detected THEN
  RETURN false;
END $$;
