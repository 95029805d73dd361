-- Identity keys. A job that blocks has its key in blocking_key, which is unique: while it waits, and
-- with scope queued_or_running until it ended.

-- A key as it blocks: of one application, and short enough for an index.
CREATE FUNCTION queue_job.blocking_key(function_id integer, identity_key text)
RETURNS text LANGUAGE sql STABLE AS $$
  SELECT coalesce((SELECT f.application FROM queue_job.function f WHERE f.id = $1), '?' || $1)
    || CASE WHEN length($2) <= 200 THEN E'\n' || $2
       ELSE E'\nsha256\n' || encode(sha256(convert_to($2, 'UTF8')), 'hex') END
  WHERE $2 IS NOT NULL
$$;

-- Stores a keyed job in the caller's transaction, unless another blocks its key. Outcomes: 'created';
-- 'waiting' or 'running', with the job that blocks; 'busy', somebody else's transaction had the key,
-- or the job that has it, for longer than wait_ms; 'deadlock'. After the last two nothing was
-- written, and the caller's transaction goes on.
--
-- A job that waits is locked until the caller's transaction ends: claims skip it, so it runs with all
-- that its callers wrote. Every statement here sees what was committed before it.
CREATE FUNCTION queue_job.store_keyed(
  uuid uuid, function_id integer, channel text, priority integer, created timestamptz, state text,
  eta timestamptz, max_retries integer, timeout_seconds integer, caller text, description text,
  arguments text, context text, graph uuid, identity_key text, identity_scope text, wait_ms integer,
  OUT outcome text, OUT job_id bigint, OUT job_uuid uuid)
LANGUAGE plpgsql SET lock_timeout = '5s' AS $$
DECLARE
  key text := queue_job.blocking_key(function_id, identity_key);
  ends timestamptz := clock_timestamp() + wait_ms * interval '1 ms';
  later timestamptz := CASE WHEN state = 'pending' THEN eta END;
BEGIN
  LOOP
    PERFORM set_config('lock_timeout', greatest(1, ceil(
      1000 * extract(epoch FROM ends - clock_timestamp())))::int || 'ms', true);
    SELECT CASE WHEN j.state = 'enqueued' THEN 'running' ELSE 'waiting' END, j.id, j.uuid
      INTO outcome, job_id, job_uuid
      FROM queue_job.job j WHERE j.blocking_key = key;
    IF outcome = 'running' THEN
      RETURN;
    ELSIF outcome = 'waiting' THEN
      -- a claim or an outcome may have been faster: then it blocks no more, or runs
      PERFORM FROM queue_job.job j WHERE j.id = job_id AND j.blocking_key = key
        AND j.state IN ('pending', 'wait_dependencies') FOR SHARE;
      IF FOUND THEN
        RETURN;
      END IF;
    ELSE
      INSERT INTO queue_job.job AS j (uuid, function_id, channel, priority, created, state, waits,
        due, eta, max_retries, timeout_seconds, origin, caller, description, arguments, context,
        graph, identity_key, identity_scope, blocking_key)
      VALUES (store_keyed.uuid, store_keyed.function_id, store_keyed.channel, store_keyed.priority,
        store_keyed.created, store_keyed.state, store_keyed.state = 'pending' AND later IS NULL,
        later, store_keyed.eta, store_keyed.max_retries, store_keyed.timeout_seconds, 'engine',
        store_keyed.caller, store_keyed.description, store_keyed.arguments, store_keyed.context,
        store_keyed.graph, store_keyed.identity_key, store_keyed.identity_scope, key)
      ON CONFLICT (blocking_key) WHERE blocking_key IS NOT NULL DO NOTHING
      RETURNING 'created', j.id, j.uuid INTO outcome, job_id, job_uuid;
      IF FOUND THEN
        RETURN;
      END IF;
    END IF;
    IF clock_timestamp() > ends THEN
      outcome := 'busy';
      RETURN;
    END IF;
  END LOOP;
EXCEPTION
  WHEN lock_not_available THEN
    outcome := 'busy';
  WHEN deadlock_detected THEN
    outcome := 'deadlock';
END $$;

-- A job that waits again takes its key if it is free. Answers who has the key: the job itself,
-- another one, 0 if that could not be told within wait_ms, null if the job has no key to take. Never
-- fails what it is called in. A job that is held by a node takes no key.
CREATE FUNCTION queue_job.take_key(job bigint, wait_ms integer)
RETURNS bigint LANGUAGE plpgsql SET lock_timeout = '5s' AS $$
DECLARE
  key text;
  holder bigint;
BEGIN
  SELECT queue_job.blocking_key(j.function_id, j.identity_key) INTO key
    FROM queue_job.job j WHERE j.id = job AND j.state <> 'enqueued';
  IF key IS NULL THEN
    RETURN NULL;
  END IF;
  SELECT j.id INTO holder FROM queue_job.job j WHERE j.blocking_key = key;
  IF holder IS NOT NULL THEN
    RETURN holder;
  END IF;
  PERFORM set_config('lock_timeout', greatest(1, wait_ms) || 'ms', true);
  UPDATE queue_job.job j SET blocking_key = key WHERE j.id = job AND j.state <> 'enqueued';
  RETURN CASE WHEN FOUND THEN job END;
EXCEPTION
  WHEN unique_violation THEN
    RETURN coalesce((SELECT j.id FROM queue_job.job j WHERE j.blocking_key = key), 0);
  WHEN lock_not_available OR deadlock_detected THEN
    RETURN 0;
END $$;

-- Jobs that wait without their key although it is free: none, but for moments, and for those that
-- went back to wait beside another one that has ended since. SELECT queue_job.take_key(id, 100) FROM
-- queue_job.keys_to_take repairs them.
CREATE VIEW queue_job.keys_to_take AS
SELECT j.id FROM queue_job.job j
WHERE j.identity_key IS NOT NULL AND j.blocking_key IS NULL
  AND j.state IN ('pending', 'wait_dependencies')
  AND NOT EXISTS (SELECT FROM queue_job.job o
    WHERE o.blocking_key = queue_job.blocking_key(j.function_id, j.identity_key));
