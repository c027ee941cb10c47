-- Waits for the turn to append to the audit trail, and then returns as many new ids as wanted, each beside the last entry.
-- In a function that is VOLATILE, each statement sees what was committed before it started: the second statement finds
-- the entry of the transaction that the first waited for.

CREATE FUNCTION start_audit_entries(turn bigint, wanted integer)
  RETURNS TABLE (id text, sequence text, hash bytea) LANGUAGE plpgsql VOLATILE AS
$$
BEGIN
  PERFORM pg_advisory_xact_lock(turn);
  RETURN QUERY
    SELECT nextval(pg_get_serial_sequence('audit', 'id'))::text, last.sequence::text, last.hash
    FROM generate_series(1, wanted) LEFT JOIN (
      SELECT audit.sequence, audit.hash FROM audit
      WHERE audit.sequence IS NOT NULL ORDER BY audit.sequence DESC LIMIT 1
    ) AS last ON true;
END
$$;
