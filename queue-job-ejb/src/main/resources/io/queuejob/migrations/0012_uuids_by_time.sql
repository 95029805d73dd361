-- Uuids of version 7 (RFC 9562): milliseconds first, the rest random. Random ones spread over all
-- of their index, which each claim writes to: at a claim that was a fifth of its cost, and at
-- millions of jobs a page from disk for each. Those that exist stay as they are.
CREATE FUNCTION queue_job.new_uuid() RETURNS uuid LANGUAGE sql VOLATILE PARALLEL SAFE AS $$
  SELECT encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid()) PLACING
    substring(int8send(floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3)
    FROM 1 FOR 6), 52, 1), 53, 1), 'hex')::uuid
$$;
ALTER TABLE queue_job.job ALTER COLUMN uuid SET DEFAULT queue_job.new_uuid();
