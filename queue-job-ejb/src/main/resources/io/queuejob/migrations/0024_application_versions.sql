-- Version of the application that a node runs, so that people see when it was deployed; the version
-- beside it is the engine's. Null: the node does not know it, or its engine is older than the column.
ALTER TABLE queue_job.node ADD COLUMN application_version text;
