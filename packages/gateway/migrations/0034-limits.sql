-- Limits of one person, reader and day.

-- Readers that have let an account's owner in, by keyed hash of both: a login with one has a count of its own.
CREATE TABLE used_reader (
  reader_lookup bytea PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  expires_at timestamptz NOT NULL
);
CREATE INDEX used_reader_by_expiry ON used_reader (expires_at);
CREATE INDEX used_reader_by_account ON used_reader (account_id)
