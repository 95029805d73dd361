-- The whole model of the product, so that later migrations add to it and tear nothing up.
-- Times are instants by the database's clock. Constraints make impossible rows impossible.

-- Counts every change of channels and functions, so that each node notices within one pulse.
CREATE TABLE queue_job.configuration (
  single  boolean PRIMARY KEY DEFAULT true CHECK (single),
  version bigint NOT NULL DEFAULT 1
);
INSERT INTO queue_job.configuration DEFAULT VALUES;

-- One deployment of one application on one server. The name may come again, the id never does.
-- A claim or a borrowing locks its node's row FOR KEY SHARE where it is alive; recovery locks it
-- FOR UPDATE and marks it gone: the fence.
CREATE TABLE queue_job.node (
  id           integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name         text NOT NULL,
  application  text NOT NULL,
  version      text NOT NULL DEFAULT '',
  state        text NOT NULL DEFAULT 'alive' CHECK (state IN ('alive', 'gone')),
  lock_key     bigint NOT NULL UNIQUE,
  role         text NOT NULL DEFAULT current_user,
  heartbeat    timestamptz NOT NULL DEFAULT clock_timestamp(),
  joined       timestamptz NOT NULL DEFAULT clock_timestamp(),
  gone         timestamptz,
  gone_reason  text,
  configuration_seen bigint NOT NULL DEFAULT 0,
  listener_pid integer,
  pulse_pid    integer,
  CHECK ((state = 'gone') = (gone IS NOT NULL))
) WITH (fillfactor = 50);

-- Held is what all nodes together hold; borrowing is one guarded update. A null capacity is without
-- limit and has no counter. Zero pauses.
CREATE TABLE queue_job.channel (
  id                 integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  path               text NOT NULL UNIQUE CHECK (path = 'root' OR path LIKE 'root.%'),
  capacity           integer CHECK (capacity >= 0),
  held               integer NOT NULL DEFAULT 0 CHECK (held >= 0),
  paused             boolean NOT NULL DEFAULT false,
  sequential         boolean NOT NULL DEFAULT false,
  throttle           interval CHECK (throttle > interval '0'),
  rate_jobs          integer CHECK (rate_jobs > 0),
  rate_period        interval CHECK (rate_period > interval '0'),
  next_start_at      timestamptz,
  tokens             double precision CHECK (tokens >= 0),
  tokens_at          timestamptz,
  capacity_default   integer CHECK (capacity_default >= 0),
  sequential_default boolean NOT NULL DEFAULT false,
  max_waiting        integer CHECK (max_waiting > 0),
  retention_days     integer CHECK (retention_days >= 0),
  executor           text,
  told_by            text,
  told               timestamptz,
  changed_by         text,
  changed            timestamptz,
  CHECK (NOT sequential OR capacity = 1),
  CHECK ((rate_jobs IS NULL) = (rate_period IS NULL)),
  CHECK ((told_by IS NULL) = (told IS NULL)),
  CHECK ((changed_by IS NULL) = (changed IS NULL))
) WITH (fillfactor = 50);
INSERT INTO queue_job.channel (path, capacity, retention_days) VALUES ('root', 1, 30);

-- What one node holds of one limited channel, and whether it wants more than it could get.
CREATE TABLE queue_job.slot (
  node_id    integer NOT NULL REFERENCES queue_job.node,
  channel_id integer NOT NULL REFERENCES queue_job.channel,
  held       integer NOT NULL DEFAULT 0 CHECK (held >= 0),
  wants      boolean NOT NULL DEFAULT false,
  PRIMARY KEY (node_id, channel_id)
) WITH (fillfactor = 50);

-- A business method of a bean of an application, under its registered name.
CREATE TABLE queue_job.function (
  id          integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  application text NOT NULL,
  name        text NOT NULL,
  settings    jsonb,
  created     timestamptz NOT NULL DEFAULT clock_timestamp(),
  UNIQUE (application, name)
);

-- One batch of claimed jobs of one node. No foreign keys: the statement that claims locks the
-- node's row itself, and a job's row outlives or goes before its claim without harm.
CREATE TABLE queue_job.claim (
  token   bigint PRIMARY KEY,
  node_id integer NOT NULL,
  job_ids bigint[] NOT NULL,
  created timestamptz NOT NULL DEFAULT clock_timestamp()
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
CREATE INDEX claim_node ON queue_job.claim (node_id);

-- Blocks of 50 numbers, the last of each being the sequence's value.
CREATE SEQUENCE queue_job.job_id INCREMENT 50 START 50;

-- A delayed call. No foreign key to function: its lock would meet on one row at every call, and
-- functions with jobs are never removed.
-- An ordinary job's life changes an indexed column, or one that an index's predicate names, once:
-- "waits" at the claim.
CREATE TABLE queue_job.job (
  id                bigint PRIMARY KEY DEFAULT nextval('queue_job.job_id'),
  uuid              uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
  function_id       integer NOT NULL,
  channel           text NOT NULL DEFAULT 'root' CHECK (channel = 'root' OR channel LIKE 'root.%'),
  priority          integer NOT NULL DEFAULT 10,
  created           timestamptz NOT NULL DEFAULT clock_timestamp(),
  state             text NOT NULL DEFAULT 'pending' CHECK (state IN
    ('wait_dependencies', 'pending', 'enqueued', 'done', 'cancelled', 'failed')),
  waits             boolean NOT NULL DEFAULT true,
  due               timestamptz,
  failed            boolean NOT NULL DEFAULT false,
  token             bigint,
  eta               timestamptz,
  retry             integer NOT NULL DEFAULT 0 CHECK (retry >= 0),
  max_retries       integer NOT NULL DEFAULT 5 CHECK (max_retries >= 0),
  transient_retries integer NOT NULL DEFAULT 0 CHECK (transient_retries >= 0),
  deaths            integer NOT NULL DEFAULT 0 CHECK (deaths >= 0),
  timeout_seconds   integer NOT NULL DEFAULT 0 CHECK (timeout_seconds >= 0),
  blocking_key      text,
  identity_key      text,
  identity_scope    text CHECK (identity_scope IN ('queued', 'queued_or_running')),
  graph             uuid,
  origin            text NOT NULL DEFAULT 'sql',
  caller            text,
  started           timestamptz,
  finished          timestamptz,
  changed           timestamptz,
  error_class       text,
  error_message     text,
  result            text,
  description       text,
  arguments         text NOT NULL DEFAULT '{"v":1,"args":[]}',
  context           text,
  CONSTRAINT job_waits_while_due CHECK (waits = (state = 'pending' AND due IS NULL)),
  CONSTRAINT job_due_while_pending CHECK (due IS NULL OR state = 'pending'),
  CONSTRAINT job_token_while_enqueued CHECK ((token IS NOT NULL) = (state = 'enqueued')),
  CONSTRAINT job_failed_flag CHECK (failed = (state = 'failed')),
  CONSTRAINT job_finished_when_final CHECK
    ((finished IS NOT NULL) = (state IN ('done', 'cancelled'))),
  CONSTRAINT job_identity_scope CHECK ((identity_key IS NULL) = (identity_scope IS NULL)),
  CONSTRAINT job_blocks_with_its_key CHECK (blocking_key IS NULL OR identity_key IS NOT NULL)
) WITH (fillfactor = 75, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 5000,
        autovacuum_analyze_scale_factor = 0.05);
-- The seven indexes: the primary key and the uuid above, and
-- what can be claimed, in order, per function and channel;
CREATE INDEX job_waiting ON queue_job.job (function_id, channel, priority, created, id) WHERE waits;
-- what becomes due;
CREATE INDEX job_due ON queue_job.job (due) WHERE due IS NOT NULL;
-- one blocking job per identity key;
CREATE UNIQUE INDEX job_blocking_key ON queue_job.job (blocking_key) WHERE blocking_key IS NOT NULL;
-- what needs a person, and what holds up a sequential channel;
CREATE INDEX job_failed ON queue_job.job (channel, id) WHERE failed;
-- the members of a graph.
CREATE INDEX job_graph ON queue_job.job (graph) WHERE graph IS NOT NULL;

-- A run that outlived a moment, and what people asked of it. Nothing but claim and outcome writes a
-- claimed job's own row.
CREATE TABLE queue_job.job_run (
  job_id           bigint NOT NULL,
  token            bigint NOT NULL,
  node_id          integer NOT NULL,
  started          timestamptz,
  backend_pid      integer,
  cancel_requested timestamptz,
  cancel_by        text,
  progress_done    bigint,
  progress_of      bigint,
  progress_text    text,
  PRIMARY KEY (job_id, token)
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
CREATE INDEX job_run_node ON queue_job.job_run (node_id);

-- An edge of a graph; open until the parent is done.
CREATE TABLE queue_job.job_dependency (
  parent_id bigint NOT NULL,
  child_id  bigint NOT NULL,
  open      boolean NOT NULL DEFAULT true,
  PRIMARY KEY (parent_id, child_id),
  CHECK (parent_id <> child_id)
);
CREATE INDEX job_dependency_child ON queue_job.job_dependency (child_id, open);

-- Attempts that did not end well, and what people did to a job.
CREATE TABLE queue_job.job_attempt (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  job_id      bigint NOT NULL,
  attempt     integer NOT NULL,
  node        text,
  started     timestamptz,
  ended       timestamptz NOT NULL DEFAULT clock_timestamp(),
  outcome     text NOT NULL CHECK (outcome IN
    ('retry', 'failed', 'nothing to do', 'recovered', 'cancelled', 'requeued', 'set done')),
  error_class text,
  message     text,
  stack_trace text
);
CREATE INDEX job_attempt_job ON queue_job.job_attempt (job_id);

-- Sums per minute, for charts.
CREATE TABLE queue_job.minute (
  minute      timestamptz NOT NULL,
  channel     text NOT NULL,
  function_id integer NOT NULL,
  done        bigint NOT NULL DEFAULT 0,
  failed      bigint NOT NULL DEFAULT 0,
  retried     bigint NOT NULL DEFAULT 0,
  wait_ms     bigint NOT NULL DEFAULT 0,
  run_ms      bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (minute, channel, function_id)
);

-- Who did what, when, to which jobs or channels; never changed.
CREATE TABLE queue_job.audit (
  id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at      timestamptz NOT NULL DEFAULT clock_timestamp(),
  actor   text NOT NULL,
  action  text NOT NULL,
  subject text NOT NULL,
  filter  text,
  jobs    bigint,
  before  jsonb,
  after   jsonb
);
CREATE INDEX audit_at ON queue_job.audit (at);

-- Rows that foreign SQL writes ring by themselves; the engine rings for its own after the commit.
CREATE FUNCTION queue_job.ring() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('queue_job', 'work ' || NEW.function_id || ' ' || NEW.channel);
  RETURN NULL;
END $$;
CREATE TRIGGER job_rings AFTER INSERT ON queue_job.job
  FOR EACH ROW WHEN (NEW.origin = 'sql' AND NEW.waits) EXECUTE FUNCTION queue_job.ring();

CREATE FUNCTION queue_job.configuration_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE queue_job.configuration SET version = version + 1;
  RETURN NULL;
END $$;
CREATE TRIGGER channel_changes AFTER INSERT OR DELETE
  OR UPDATE OF capacity, paused, sequential, throttle, rate_jobs, rate_period, executor
  ON queue_job.channel
  FOR EACH STATEMENT EXECUTE FUNCTION queue_job.configuration_changed();
CREATE TRIGGER function_changes AFTER INSERT OR DELETE OR UPDATE ON queue_job.function
  FOR EACH STATEMENT EXECUTE FUNCTION queue_job.configuration_changed();

-- The public contract for operators: states as they are, in words.
CREATE VIEW queue_job.job_state AS
SELECT j.id, j.uuid, f.application, f.name AS function, j.channel,
       CASE WHEN j.state = 'enqueued' AND r.started IS NOT NULL THEN 'started' ELSE j.state END
         AS state,
       j.priority, j.eta,
       n.name || '#' || n.id AS node,
       coalesce(r.started, c.created, j.finished, j.changed, j.created) AS since,
       j.retry, j.description, j.error_message AS error
FROM queue_job.job j
LEFT JOIN queue_job.function f ON f.id = j.function_id
LEFT JOIN queue_job.claim c ON c.token = j.token
LEFT JOIN queue_job.node n ON n.id = c.node_id
LEFT JOIN queue_job.job_run r ON r.job_id = j.id AND r.token = j.token;
