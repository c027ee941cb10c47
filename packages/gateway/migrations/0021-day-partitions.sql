-- What requests hold lies in a partition for each day, so that erasing a day drops tables instead of deleting rows.
-- Without foreign keys: they would lock `data_request` whenever a partition comes or goes. A section or archive is
-- written in the transaction of its request or after it, and never outlives its day.

ALTER TABLE request_section RENAME TO request_section_before;
ALTER INDEX request_section_pkey RENAME TO request_section_before_pkey;
ALTER TABLE archive RENAME TO archive_before;
ALTER INDEX archive_pkey RENAME TO archive_before_pkey;

CREATE TABLE request_section (
  requested_on date NOT NULL,
  request_id uuid NOT NULL,
  category text NOT NULL,
  position integer NOT NULL,
  finished boolean NOT NULL DEFAULT false,
  outcome_sealed bytea,
  records_sealed bytea,
  PRIMARY KEY (requested_on, request_id, category)
) PARTITION BY LIST (requested_on);

CREATE TABLE archive (
  requested_on date NOT NULL,
  id uuid NOT NULL,
  request_id uuid NOT NULL,
  -- Keyed hash of what was selected: the same selection is sealed once.
  selection_lookup bytea NOT NULL,
  blob_key text NOT NULL,
  byte_length bigint NOT NULL,
  sha256 text NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (requested_on, id),
  UNIQUE (requested_on, request_id, selection_lookup)
) PARTITION BY LIST (requested_on);

DO $$
DECLARE
  day date;
BEGIN
  FOR day IN SELECT DISTINCT requested_on FROM data_request WHERE wrapped_key IS NOT NULL LOOP
    EXECUTE format('CREATE TABLE %I PARTITION OF request_section FOR VALUES IN (%L)',
      'request_section_' || to_char(day, 'YYYYMMDD'), day);
    EXECUTE format('CREATE TABLE %I PARTITION OF archive FOR VALUES IN (%L)',
      'archive_' || to_char(day, 'YYYYMMDD'), day);
  END LOOP;
END
$$;

INSERT INTO request_section
SELECT requested_on, request_id, category, position, finished, outcome_sealed, records_sealed
FROM request_section_before JOIN data_request ON data_request.id = request_id
WHERE wrapped_key IS NOT NULL;

INSERT INTO archive
SELECT requested_on, archive_before.id, request_id, selection_lookup, blob_key, byte_length, sha256, created_at
FROM archive_before JOIN data_request ON data_request.id = request_id
WHERE wrapped_key IS NOT NULL;

DROP TABLE request_section_before;
DROP TABLE archive_before;
