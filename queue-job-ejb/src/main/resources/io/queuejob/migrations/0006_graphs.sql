-- Children of a parent that is done, until they are released: a net for what happens between the
-- parent's commit and the release after it. Empty but for moments.
CREATE TABLE queue_job.job_release (
  parent_id bigint NOT NULL,
  child_id  bigint NOT NULL,
  at        timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (parent_id, child_id)
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

-- What the engine had to mend and should never have to.
CREATE TABLE queue_job.defect (
  kind  text PRIMARY KEY,
  found bigint NOT NULL DEFAULT 0,
  last  timestamptz
);

-- Whether a cancel that is asked for takes the jobs with it that wait for the cancelled one.
ALTER TABLE queue_job.job_run ADD COLUMN cancel_dependents boolean NOT NULL DEFAULT true;
