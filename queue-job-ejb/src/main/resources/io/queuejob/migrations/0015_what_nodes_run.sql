-- The functions that a node can run, so that people can be told that no live node has a job's
-- method. Null: the node is older than this column and never said.
ALTER TABLE queue_job.node ADD COLUMN functions integer[];
