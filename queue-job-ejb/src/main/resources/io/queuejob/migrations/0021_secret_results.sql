-- What people do not see of a job's result: paths into it, as a JSON array, written with it by the
-- run that returned it. Engines that do not know the column leave it as it is, so that a result of
-- theirs is masked as the one before it was, and one of their first run not at all.
ALTER TABLE queue_job.job ADD COLUMN result_secret text;
