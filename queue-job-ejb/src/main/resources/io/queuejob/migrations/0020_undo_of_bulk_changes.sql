-- What a bulk change did to a job, kept for a while, so that it can be undone: when, and the state,
-- priority, earliest start or channel before. An undo is a bulk change of its own, which walks
-- through the jobs of the other. Its state has another word, and neither may get the word of one
-- that is carried out again: engines that know nothing of it leave both alone.
ALTER TABLE queue_job.bulk_job
  ADD COLUMN changed timestamptz,
  ADD COLUMN before  text;
ALTER TABLE queue_job.bulk
  ADD COLUMN undoable boolean NOT NULL DEFAULT false,
  ADD COLUMN undoes   uuid REFERENCES queue_job.bulk ON DELETE CASCADE,
  ADD COLUMN undone   uuid REFERENCES queue_job.bulk ON DELETE SET NULL,
  DROP CONSTRAINT bulk_state_check,
  ADD CONSTRAINT bulk_state_check CHECK (state IN
    ('prepared', 'collecting', 'running', 'stopped', 'done', 'failed', 'undoing')),
  ADD CONSTRAINT bulk_undo_check CHECK (CASE WHEN undoes IS NULL THEN state <> 'undoing'
    ELSE state IN ('undoing', 'stopped', 'done', 'failed') END),
  ADD CONSTRAINT bulk_undone_check CHECK (undone IS NULL OR state IN ('stopped', 'done', 'failed'));
CREATE UNIQUE INDEX bulk_undoes ON queue_job.bulk (undoes) WHERE undoes IS NOT NULL;
DROP INDEX queue_job.bulk_open;
CREATE INDEX bulk_open ON queue_job.bulk (stepped)
  WHERE state IN ('collecting', 'running', 'undoing');
