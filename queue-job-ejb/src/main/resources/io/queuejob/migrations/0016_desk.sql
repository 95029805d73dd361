-- What people do at the admin's desk: channels and nodes, and the audit that nobody rewrites.

-- Who acts, for the audit: a person whom a transaction names, else the database's user.
CREATE FUNCTION queue_job.actor() RETURNS text LANGUAGE sql STABLE AS $$
  SELECT coalesce(nullif(current_setting('queue_job.actor', true), ''), session_user::text)
$$;

-- What the nodes say of a channel while a change by people stands in its place, and whose pause it is.
ALTER TABLE queue_job.channel
  ADD COLUMN told_as      jsonb CHECK (jsonb_typeof(told_as) = 'object'),
  ADD COLUMN paused_by    text,
  ADD COLUMN paused_since timestamptz;

CREATE OR REPLACE FUNCTION queue_job.channel_changed_by_people() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  inner_columns text[] := '{id,held,next_start_at,tokens,tokens_at,told,told_by,told_as,changed,changed_by,paused_by,paused_since}';
  before jsonb := to_jsonb(OLD) - inner_columns;
  after jsonb := to_jsonb(NEW) - inner_columns;
  reset boolean := OLD.changed IS NOT NULL AND NEW.changed IS NULL;
BEGIN
  IF before = after AND NOT reset THEN
    RETURN NEW;
  END IF;
  IF NOT reset AND NEW.changed IS NOT DISTINCT FROM OLD.changed THEN
    NEW.changed := clock_timestamp();
    NEW.changed_by :=
      CASE WHEN NEW.changed_by IS DISTINCT FROM OLD.changed_by THEN NEW.changed_by
      ELSE queue_job.actor() END;
  END IF;
  IF reset THEN
    NEW.told_as := NULL;
  ELSIF OLD.changed IS NULL AND NEW.told_as IS NULL THEN
    NEW.told_as := before - 'path';
  END IF;
  IF NOT NEW.paused OR reset THEN
    NEW.paused_by := NULL;
    NEW.paused_since := NULL;
  ELSIF NOT OLD.paused THEN
    NEW.paused_by := NEW.changed_by;
    NEW.paused_since := NEW.changed;
  END IF;
  INSERT INTO queue_job.audit (actor, action, subject, before, after)
  VALUES (coalesce(NEW.changed_by, queue_job.actor()),
    CASE WHEN reset THEN 'reset channel'
      WHEN NEW.paused AND after - 'paused' = before - 'paused' THEN 'pause channel'
      WHEN OLD.paused AND after - 'paused' = before - 'paused' THEN 'resume channel'
      ELSE 'change channel' END, NEW.path, before, after);
  RETURN NEW;
END $$;

-- A channel that a person adds, and one that goes.
CREATE FUNCTION queue_job.channel_comes_or_goes() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  inner_columns text[] := '{id,held,next_start_at,tokens,tokens_at,told,told_by,told_as,changed,changed_by,paused_by,paused_since}';
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO queue_job.audit (actor, action, subject, after)
    VALUES (NEW.changed_by, 'add channel', NEW.path, to_jsonb(NEW) - inner_columns);
  ELSE
    INSERT INTO queue_job.audit (actor, action, subject, before)
    VALUES (queue_job.actor(), 'remove channel', OLD.path, to_jsonb(OLD) - inner_columns);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER channel_is_added AFTER INSERT ON queue_job.channel
  FOR EACH ROW WHEN (NEW.changed IS NOT NULL) EXECUTE FUNCTION queue_job.channel_comes_or_goes();
CREATE TRIGGER channel_is_removed AFTER DELETE ON queue_job.channel
  FOR EACH ROW EXECUTE FUNCTION queue_job.channel_comes_or_goes();

-- A node that is drained claims nothing, borrows nothing and gives back its slots; what runs ends.
ALTER TABLE queue_job.node
  ADD COLUMN draining    timestamptz,
  ADD COLUMN draining_by text,
  ADD COLUMN max_running integer;
CREATE FUNCTION queue_job.node_drains() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.draining_by := CASE WHEN NEW.draining IS NOT NULL THEN queue_job.actor() END;
  INSERT INTO queue_job.audit (actor, action, subject, before, after)
  VALUES (queue_job.actor(),
    CASE WHEN NEW.draining IS NULL THEN 'undrain node' ELSE 'drain node' END,
    NEW.name || '#' || NEW.id,
    jsonb_build_object('draining', OLD.draining IS NOT NULL),
    jsonb_build_object('draining', NEW.draining IS NOT NULL));
  PERFORM pg_notify('queue_job', 'changed');
  RETURN NEW;
END $$;
CREATE TRIGGER node_drains BEFORE UPDATE OF draining ON queue_job.node
  FOR EACH ROW WHEN ((NEW.draining IS NULL) <> (OLD.draining IS NULL))
  EXECUTE FUNCTION queue_job.node_drains();

-- The last error of a node's jobs.
CREATE INDEX job_attempt_node ON queue_job.job_attempt (node, id) WHERE error_class IS NOT NULL;

-- The audit is read newest first, all of it, or what one actor did, or one kind of action, or what
-- was done to one thing.
DROP INDEX queue_job.audit_at;
CREATE INDEX audit_at ON queue_job.audit (at, id);
CREATE INDEX audit_actor ON queue_job.audit (actor, at, id);
CREATE INDEX audit_action ON queue_job.audit (action, at, id);
CREATE INDEX audit_subject ON queue_job.audit (subject, at, id);

CREATE FUNCTION queue_job.audit_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'queue_job.audit: expected new rows only, found %; what was done stays', TG_OP
    USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER audit_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON queue_job.audit
  FOR EACH STATEMENT EXECUTE FUNCTION queue_job.audit_stays();
