-- The same things twice: those with "zq9open" are in root.zq9open, which somebody may see, and those
-- with "zq9hidden" elsewhere. Hidden jobs and bulk changes have uuids that begin with deadbeef.
DO $$
DECLARE
  side text;
  word text;
  place text;
  code int;
  stage text;
  other int := (SELECT id FROM queue_job.node WHERE node.state = 'alive' ORDER BY id LIMIT 1);
  tok bigint := 910000;
  n int := 0;
  number bigint;
BEGIN
  IF other IS NULL THEN
    INSERT INTO queue_job.node (name, application, version, lock_key) VALUES ('one', 'shop', '1.0', 815)
      RETURNING id INTO other;
  END IF;
  UPDATE queue_job.channel SET paused = true, paused_by = 'zq9hidden', paused_since = now(), held = 1,
    capacity = 1 WHERE channel.path = 'root';
  INSERT INTO queue_job.channel (path, capacity, sequential) VALUES ('root.queue', 1, true)
    ON CONFLICT DO NOTHING;
  FOREACH side IN ARRAY ARRAY['deadbeef', 'aaaaaaaa'] LOOP
    word := CASE side WHEN 'deadbeef' THEN 'zq9hidden' ELSE 'zq9open' END;
    place := 'root.' || word;
    INSERT INTO queue_job.channel (path, capacity, paused, changed_by, changed)
      VALUES (place, 4321, side = 'deadbeef', word, now()) ON CONFLICT DO NOTHING;
    INSERT INTO queue_job.function (application, name) VALUES ('shop', word || '.Mails#send()')
      ON CONFLICT (application, name) DO UPDATE SET name = excluded.name RETURNING id INTO code;
    FOREACH stage IN ARRAY ARRAY['failed', 'pending', 'wait_dependencies', 'due', 'enqueued', 'started',
        'done', 'cancelled', 'queued'] LOOP
      n := n + 1;
      tok := tok + 1;
      INSERT INTO queue_job.job AS j (uuid, function_id, channel, state, waits, due, eta, failed, token,
        finished, changed, created, origin, caller, description, arguments, context, result, error_class,
        error_message, identity_key, identity_scope, blocking_key, attributes, related, graph)
      VALUES ((side || '-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, code,
        CASE stage WHEN 'queued' THEN 'root.queue.' || word ELSE place END,
        CASE stage WHEN 'due' THEN 'pending' WHEN 'queued' THEN 'pending' WHEN 'started' THEN 'enqueued'
          ELSE stage END,
        stage IN ('pending', 'queued'), CASE stage WHEN 'due' THEN now() + interval '1 h' END,
        CASE stage WHEN 'due' THEN now() + interval '1 h' END, stage = 'failed',
        CASE WHEN stage IN ('enqueued', 'started') THEN tok END,
        CASE WHEN stage IN ('done', 'cancelled') THEN now() END, now(),
        now() - n * interval '1 s', 'engine', word, word || ' ' || stage,
        '{"v":1,"args":["' || word || '"]}', '{"user":"' || word || '"}', '"' || word || '"',
        'com.' || word || '.Broken', word || ' is broken',
        CASE stage WHEN 'pending' THEN 'zq9both' ELSE word END, 'queued',
        CASE WHEN stage = 'pending' AND side = 'deadbeef' THEN queue_job.blocking_key(code, 'zq9both') END,
        jsonb_build_object('team', word), '[{"label":"' || word || '"}]',
        CASE WHEN stage IN ('failed', 'done', 'wait_dependencies') THEN '11111111-0000-4000-8000-000000000001'::uuid END)
      RETURNING j.id INTO number;
      INSERT INTO queue_job.job_log (job_id, attempt, text) VALUES (number, 1, word || ' logs');
      INSERT INTO queue_job.job_attempt (job_id, attempt, node, started, outcome, error_class, message,
        stack_trace)
      VALUES (number, 1, 'one', now(), 'failed', 'com.' || word || '.Broken', word || ' is broken', word);
      INSERT INTO queue_job.audit (actor, action, subject, jobs, before, after)
      VALUES (word, 'requeued', (side || '-0000-4000-8000-' || lpad(n::text, 12, '0')), 1,
        jsonb_build_object('state', word), '{}');
      IF stage IN ('enqueued', 'started') THEN
        INSERT INTO queue_job.claim (token, node_id, job_ids) VALUES (tok, other, ARRAY[number]);
      END IF;
      IF stage = 'started' THEN
        INSERT INTO queue_job.job_run (job_id, token, node_id, started, progress_text)
        VALUES (number, tok, other, now() - interval '1 h', word);
      END IF;
    END LOOP;
    INSERT INTO queue_job.minute (minute, channel, function_id, done, failed, wait_ms, run_ms)
      VALUES (date_trunc('minute', now()), place, code,
        CASE side WHEN 'deadbeef' THEN 7777777 ELSE 5 END, 1, 10, 10) ON CONFLICT DO NOTHING;
    INSERT INTO queue_job.bulk (id, action, filter, actor, counted, state, confirmed, ended, channels)
      VALUES ((side || '-1111-4000-8000-000000000001')::uuid, 'requeue', 'channel:' || place, word, 3,
        'done', now(), now(), ARRAY[place]);
    INSERT INTO queue_job.audit (actor, action, subject, filter, jobs, after)
      VALUES (word, 'bulk requeue', 'bulk ' || side || '-1111-4000-8000-000000000001', word, 3, '{}');
    INSERT INTO queue_job.audit (actor, action, subject, before, after)
      VALUES (word, 'change channel', place, '{"capacity": 4320}', '{"capacity": 4321}');
    INSERT INTO queue_job.saved_view (owner, name, address, created_by)
      VALUES (NULL, word, '?q=' || word, 'zq9hidden') ON CONFLICT DO NOTHING;
    INSERT INTO queue_job.audit (actor, action, subject, after)
      VALUES ('zq9hidden', 'save view', word, '{"address": "zq9hidden"}');
    INSERT INTO queue_job.audit (actor, action, subject, before, after)
      VALUES ('zq9hidden', 'change function', 'shop ' || word, '{}', '{"zq9hidden": 1}');
  END LOOP;
  -- a bulk change of somebody who acts everywhere
  INSERT INTO queue_job.bulk (id, action, filter, actor, counted, state, confirmed, ended)
    VALUES ('deadbeef-2222-4000-8000-000000000001', 'cancel', 'zq9hidden', 'zq9hidden', 9, 'done', now(),
      now());
  -- what an open bulk change met elsewhere
  INSERT INTO queue_job.bulk_job (bulk_id, job_id, job, reason)
    SELECT 'aaaaaaaa-1111-4000-8000-000000000001', j.id, j.uuid,
      'QJ7093 of job deadbeef-0000-4000-8000-000000000001 there, found root.zq9hidden'
    FROM queue_job.job j WHERE j.description IN ('zq9open failed', 'zq9hidden failed');
  -- each failed one, and each waiting one, holds up a waiting one of the other side
  INSERT INTO queue_job.job_dependency (parent_id, child_id)
    SELECT p.id, c.id FROM queue_job.job p, queue_job.job c
    WHERE p.description IN ('zq9open failed', 'zq9hidden failed', 'zq9open pending', 'zq9hidden pending')
      AND c.description IN ('zq9open wait_dependencies', 'zq9hidden wait_dependencies');
  -- an open job that somebody moved here
  INSERT INTO queue_job.job_log (job_id, attempt, text)
    SELECT j.id, 1, 'channel from root.zq9hidden to root.zq9open by ann' FROM queue_job.job j
    WHERE j.description = 'zq9open pending';
  INSERT INTO queue_job.audit (actor, action, subject, jobs, before, after)
    SELECT 'ann', 'channel', j.uuid::text, 1, '{"channel": "root.zq9hidden"}', '{"channel": "root.zq9open"}'
    FROM queue_job.job j WHERE j.description = 'zq9open pending';
END $$;
