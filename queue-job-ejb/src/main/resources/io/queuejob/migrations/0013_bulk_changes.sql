-- A change of many jobs that a person asked for, as a thing of its own: what was shown, what was
-- confirmed, how far it is. Steps of short transactions take it on, on whichever node is there.
CREATE TABLE queue_job.bulk (
  id          uuid PRIMARY KEY DEFAULT queue_job.new_uuid(),
  request_key text,
  action      text NOT NULL CHECK (action IN
    ('requeue', 'cancel', 'set done', 'priority', 'eta', 'channel')),
  value       text,
  filter      text NOT NULL,
  selection   boolean NOT NULL DEFAULT false,
  as_of       timestamptz NOT NULL DEFAULT clock_timestamp(),
  actor       text NOT NULL,
  created     timestamptz NOT NULL DEFAULT clock_timestamp(),
  counted     bigint NOT NULL,
  state       text NOT NULL DEFAULT 'prepared' CHECK (state IN
    ('prepared', 'collecting', 'running', 'stopped', 'done', 'failed')),
  confirmed   timestamptz,
  position    bigint,
  collected   bigint NOT NULL DEFAULT 0,
  collecting_done boolean NOT NULL DEFAULT false,
  changed     bigint NOT NULL DEFAULT 0,
  skipped     bigint NOT NULL DEFAULT 0,
  stepped     timestamptz,
  ended       timestamptz,
  ended_by    text,
  trouble     text,
  CHECK ((state = 'prepared') = (confirmed IS NULL)),
  CHECK ((ended IS NOT NULL) = (state IN ('stopped', 'done', 'failed')))
) WITH (fillfactor = 50);
CREATE UNIQUE INDEX bulk_request ON queue_job.bulk (actor, request_key) WHERE request_key IS NOT NULL;
CREATE INDEX bulk_created ON queue_job.bulk (created, id);
CREATE INDEX bulk_open ON queue_job.bulk (stepped) WHERE state IN ('collecting', 'running');

-- The jobs of one: those still to be changed, and those that were not, with the reason. What was
-- changed goes.
CREATE TABLE queue_job.bulk_job (
  bulk_id uuid NOT NULL REFERENCES queue_job.bulk ON DELETE CASCADE,
  job_id  bigint NOT NULL,
  job     uuid,
  reason  text,
  PRIMARY KEY (bulk_id, job_id)
);
CREATE INDEX bulk_job_todo ON queue_job.bulk_job (bulk_id, job_id) WHERE reason IS NULL;
