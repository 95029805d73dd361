-- What the modules of applications declare: channels and functions. A row of either that nobody
-- declares any more is removed, unless jobs wait in it or a person made it.
CREATE TABLE queue_job.declaration (
  application text NOT NULL,
  module      text NOT NULL,
  kind        text NOT NULL CHECK (kind IN ('channel', 'function')),
  name        text NOT NULL,
  settings    jsonb,
  declared    timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (application, module, kind, name)
);
