-- What people change of channels and functions stays until they take it back, and is kept in the
-- audit, with whatever tool they do it. A node that writes what it was told sets told.
CREATE FUNCTION queue_job.channel_changed_by_people() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  inner_columns text[] := '{id,held,next_start_at,tokens,tokens_at,told,told_by,changed,changed_by}';
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
      CASE WHEN NEW.changed_by IS DISTINCT FROM OLD.changed_by THEN NEW.changed_by ELSE session_user END;
  END IF;
  INSERT INTO queue_job.audit (actor, action, subject, before, after)
  VALUES (coalesce(NEW.changed_by, session_user),
    CASE WHEN reset THEN 'reset channel' ELSE 'change channel' END, NEW.path, before, after);
  RETURN NEW;
END $$;
CREATE TRIGGER channel_changed_by_people BEFORE UPDATE
  OF capacity, paused, sequential, throttle, rate_jobs, rate_period, executor, capacity_default,
    sequential_default, max_waiting, retention_days, changed, changed_by
  ON queue_job.channel
  FOR EACH ROW WHEN (NEW.told IS NOT DISTINCT FROM OLD.told)
  EXECUTE FUNCTION queue_job.channel_changed_by_people();

CREATE FUNCTION queue_job.function_changed_by_people() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  reset boolean := coalesce(NEW.settings, '{}') = '{}';
BEGIN
  IF reset THEN
    NEW.changed := NULL;
    NEW.changed_by := NULL;
  ELSIF NEW.changed IS NOT DISTINCT FROM OLD.changed THEN
    NEW.changed := clock_timestamp();
    NEW.changed_by :=
      CASE WHEN NEW.changed_by IS DISTINCT FROM OLD.changed_by THEN NEW.changed_by ELSE session_user END;
  END IF;
  INSERT INTO queue_job.audit (actor, action, subject, before, after)
  VALUES (coalesce(NEW.changed_by, session_user),
    CASE WHEN reset THEN 'reset function' ELSE 'change function' END,
    NEW.application || ' ' || NEW.name, OLD.settings, NEW.settings);
  RETURN NEW;
END $$;
CREATE TRIGGER function_changed_by_people BEFORE UPDATE OF settings ON queue_job.function
  FOR EACH ROW WHEN (NEW.settings IS DISTINCT FROM OLD.settings)
  EXECUTE FUNCTION queue_job.function_changed_by_people();
