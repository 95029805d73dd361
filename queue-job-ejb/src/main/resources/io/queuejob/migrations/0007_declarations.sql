-- What the modules of applications declare: channels and functions. A row of either that nobody
-- declares any more is removed, unless jobs wait in it or a person made it.
CREATE TABLE queue_job.declaration (
  application text NOT NULL,
  module      text NOT NULL,
  kind        text NOT NULL CHECK (kind IN ('channel', 'function')),
  name        text NOT NULL,
  settings    jsonb,
  declared    timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (application, module, kind, name)
);

-- What people set of a function, texts by the name of an option; it wins over what is declared.
ALTER TABLE queue_job.function
  ADD COLUMN changed_by text,
  ADD COLUMN changed    timestamptz,
  ADD CHECK (settings IS NULL OR jsonb_typeof(settings) = 'object'),
  ADD CHECK ((changed_by IS NULL) = (changed IS NULL));

-- All that a node reads of a channel; what it is told alone changes nothing.
DROP TRIGGER channel_changes ON queue_job.channel;
CREATE TRIGGER channel_changes AFTER INSERT OR DELETE
  OR UPDATE OF capacity, paused, sequential, throttle, rate_jobs, rate_period, executor,
    capacity_default, sequential_default, max_waiting, retention_days
  ON queue_job.channel
  FOR EACH STATEMENT EXECUTE FUNCTION queue_job.configuration_changed();
