-- Commands of people who may act in some channels only; null stands for all channels. While such a
-- bulk change is under way its state has words of its own, and may have no other: engines that know
-- nothing of channels leave it alone.
CREATE FUNCTION queue_job.is_within(channel text, channels text[]) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT channels IS NULL OR EXISTS (SELECT FROM unnest(channels) AS top(path)
    WHERE channel = top.path OR starts_with(channel, top.path || '.'))
$$;

-- Which jobs, of those that wait for it, are cancelled with a job that a node holds.
ALTER TABLE queue_job.job_run ADD COLUMN cancel_within text[];

ALTER TABLE queue_job.bulk
  ADD COLUMN channels text[],
  DROP CONSTRAINT bulk_state_check,
  ADD CONSTRAINT bulk_state_check CHECK (state IN ('prepared', 'collecting', 'running', 'stopped',
    'done', 'failed', 'undoing', 'collecting within', 'running within')),
  ADD CONSTRAINT bulk_channels_check CHECK (CASE WHEN channels IS NULL
    THEN state NOT IN ('collecting within', 'running within')
    ELSE state NOT IN ('collecting', 'running') END);
DROP INDEX queue_job.bulk_open;
CREATE INDEX bulk_open ON queue_job.bulk (stepped)
  WHERE state IN ('collecting', 'running', 'undoing', 'collecting within', 'running within');
