-- Parks the queue of a database that is a copy: nothing that the original had to do is done here.
-- Run it in the copy, as the owner of schema queue_job, before any application starts on it. Calls
-- that are made afterwards run as usual. One transaction: all of it, or nothing.
DO $park$
DECLARE
  meant  constant text := 'NAME-OF-THE-COPY';
  nodes  text;
  parked bigint;
BEGIN
  IF current_database() <> meant THEN
    RAISE EXCEPTION 'parking: expected database %, found %; nothing was changed',
      meant, current_database();
  END IF;
  -- no node joins from here on
  LOCK TABLE queue_job.node IN SHARE ROW EXCLUSIVE MODE;
  SELECT string_agg(b.who, ', ' ORDER BY b.who) INTO nodes FROM (
    SELECT n.name || '#' || n.id
    FROM queue_job.node n
    JOIN pg_locks l ON l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
      AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
      AND ((l.classid::bigint << 32) | l.objid::bigint) = n.lock_key
    WHERE n.state = 'alive'
    UNION
    -- one that has not joined yet
    SELECT 'session ' || pid || ' (' || application_name || ')' FROM pg_stat_activity
    WHERE datname = current_database() AND application_name LIKE 'queue-job %') AS b(who);
  IF nodes IS NOT NULL THEN
    RAISE EXCEPTION
      'parking: expected a copy on which no node runs, found %; nothing was changed; stop them if this is the copy',
      nodes;
  END IF;
  -- the original's nodes do not come here; as if stopped, so that nobody looks for them
  UPDATE queue_job.node SET state = 'gone', gone = clock_timestamp(), gone_reason = 'stopped'
  WHERE state = 'alive';
  DELETE FROM queue_job.slot;
  UPDATE queue_job.channel SET held = 0 WHERE held > 0;
  UPDATE queue_job.job SET state = 'cancelled', waits = false, due = NULL, token = NULL,
    blocking_key = NULL, finished = clock_timestamp(), result = 'parked: the database is a copy',
    result_secret = NULL
  WHERE state IN ('wait_dependencies', 'pending', 'enqueued');
  GET DIAGNOSTICS parked = ROW_COUNT;
  DELETE FROM queue_job.claim;
  DELETE FROM queue_job.job_run;
  DELETE FROM queue_job.job_release;
  -- nobody is told of the original's failures
  DELETE FROM queue_job.failure;
  DELETE FROM queue_job.notice;
  UPDATE queue_job.bulk SET state = 'stopped', ended = clock_timestamp(), ended_by = current_user
  WHERE state IN ('collecting', 'running');
  INSERT INTO queue_job.audit (actor, action, subject, jobs)
  VALUES (session_user, 'park', meant, parked);
  RAISE NOTICE 'parked: % jobs that waited or ran in the original are cancelled here', parked;
END $park$;
