-- Jobs that wait for others, without a walk through all that ever did.
CREATE INDEX job_dependency_open ON queue_job.job_dependency (child_id) WHERE open;

-- A failure without what differs from one job to the next: quoted texts, uuids, numbers.
CREATE FUNCTION queue_job.error_shape(error_class text, message text)
RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(error_class, '?') || coalesce(': ' || regexp_replace(
    split_part(left(message, 300), E'\n', 1),
    $r$'[^']*'|"[^"]*"|[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}|\d+([.,]\d+)*$r$, '#', 'g'), '')
$$;

-- Short name of such a failure, for addresses.
CREATE FUNCTION queue_job.error_fingerprint(error_class text, message text)
RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT left(md5(queue_job.error_shape(error_class, message)), 12)
$$;

-- One value of a stored call as text; null if there is none, if the text is no JSON, or if anything in
-- that argument is secret: whoever may look for a value could guess it.
CREATE FUNCTION queue_job.argument(arguments text, path text[])
RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  call jsonb;
BEGIN
  call := arguments::jsonb;
  IF EXISTS (SELECT FROM jsonb_array_elements_text(call -> 'secret') AS secret(way)
      WHERE split_part(way, '/', 2) IN (path[2], '*', '**')) THEN
    RETURN NULL;
  END IF;
  RETURN call #>> path;
EXCEPTION WHEN data_exception THEN
  RETURN NULL;
END $$;

-- Filters of the list of jobs under a name: of one person, or of all where owner is null.
CREATE TABLE queue_job.saved_view (
  id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  owner   text,
  name    text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  address text NOT NULL CHECK (length(address) <= 2000),
  created_by text NOT NULL,
  created timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE UNIQUE INDEX saved_view_name ON queue_job.saved_view (coalesce(owner, ''), name);
