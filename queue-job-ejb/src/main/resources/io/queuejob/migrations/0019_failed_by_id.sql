-- The few failed jobs, without a walk through all that is not due yet, which the index of what
-- holds up a channel has, too.
CREATE INDEX job_failed ON queue_job.job (id) WHERE failed;
