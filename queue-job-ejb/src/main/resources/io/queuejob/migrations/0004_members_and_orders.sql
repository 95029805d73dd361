-- What an observer ends when it evicts a node that is frozen: the sessions that the node showed.
-- Refused counts outcomes that came after the claim was lost.
ALTER TABLE queue_job.node
  ADD COLUMN runner_pid integer,
  ADD COLUMN worker_pids integer[] NOT NULL DEFAULT '{}',
  ADD COLUMN refused bigint NOT NULL DEFAULT 0;

-- Nodes hear of a change at once, not at their next pulse, whoever made it.
CREATE OR REPLACE FUNCTION queue_job.configuration_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE queue_job.configuration SET version = version + 1;
  PERFORM pg_notify('queue_job', 'changed');
  RETURN NULL;
END $$;
CREATE FUNCTION queue_job.cancel_requested() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('queue_job', 'changed');
  RETURN NULL;
END $$;
CREATE TRIGGER run_is_to_be_cancelled AFTER INSERT OR UPDATE OF cancel_requested ON queue_job.job_run
  FOR EACH ROW WHEN (NEW.cancel_requested IS NOT NULL)
  EXECUTE FUNCTION queue_job.cancel_requested();

-- What holds up a sequential channel: what failed, and what is not due yet.
DROP INDEX queue_job.job_failed;
CREATE INDEX job_blocks ON queue_job.job (channel, id) WHERE failed OR due IS NOT NULL;
