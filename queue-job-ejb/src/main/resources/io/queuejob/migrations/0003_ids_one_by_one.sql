-- Ids were taken in blocks of fifty for a writer that held rows back. Each row takes its own now,
-- also where many are written by one statement.
ALTER SEQUENCE queue_job.job_id INCREMENT 1;

-- A sequence that nobody has used starts at one; any other goes on where it is.
SELECT setval('queue_job.job_id', 1, false)
WHERE NOT (SELECT is_called FROM queue_job.job_id);
