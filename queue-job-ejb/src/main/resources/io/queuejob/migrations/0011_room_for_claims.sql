-- A claim writes a second version of each row and of its entry in the primary key. With room for
-- both in the same page, rows stay where they are and completions are updates in place; with less,
-- claimed rows moved to other pages, and two completions of three wrote to every index.
ALTER TABLE queue_job.job SET (fillfactor = 50);
ALTER INDEX queue_job.job_pkey SET (fillfactor = 50);

-- Ids of a claim fit into a page; to compress them costs more than it saves.
ALTER TABLE queue_job.claim ALTER COLUMN job_ids SET STORAGE PLAIN;
