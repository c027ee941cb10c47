CREATE VIEW last_audit_entry AS
  SELECT sequence, hash FROM audit WHERE sequence IS NOT NULL ORDER BY sequence DESC LIMIT 1;

-- Takes the lock for appending to the audit trail, and then returns the requested number of new ids, each with the last
-- entry. Because the function is VOLATILE, its second statement sees the entries that were committed while the first
-- statement waited for the lock.
CREATE FUNCTION start_audit_entries(lock_key bigint, requested integer)
  RETURNS TABLE (id text, sequence text, hash bytea) LANGUAGE plpgsql VOLATILE AS
$$
BEGIN
  PERFORM pg_advisory_xact_lock(lock_key);
  RETURN QUERY
    SELECT nextval(pg_get_serial_sequence('audit', 'id'))::text, last.sequence::text, last.hash
    FROM generate_series(1, requested) LEFT JOIN last_audit_entry AS last ON true;
END
$$;
