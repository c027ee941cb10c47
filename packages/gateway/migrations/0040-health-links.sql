-- SMART Health Links: who made them, when they end, and their encrypted files. Neither keys nor labels come here.

CREATE TABLE health_link (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  -- Keyed hashes of what is in the manifest's address, and of what its maker holds.
  token_lookup bytea NOT NULL UNIQUE,
  management_lookup bytea NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  -- From then on nothing of it is kept, the record of openings included.
  forgotten_at timestamptz NOT NULL,
  -- The day whose key wraps the one of the files; its records are erased when the link has ended.
  kept_with date NOT NULL,
  -- Gone once the link is revoked.
  wrapped_key bytea,
  passcode_hash text,
  attempts_left integer,
  times_opened integer NOT NULL DEFAULT 0
);
CREATE INDEX health_link_by_account ON health_link (account_id);
CREATE INDEX health_link_by_expiry ON health_link (expires_at);
CREATE INDEX health_link_by_forgetting ON health_link (forgotten_at);

CREATE TABLE health_link_file (
  id uuid PRIMARY KEY,
  health_link_id uuid NOT NULL REFERENCES health_link ON DELETE CASCADE,
  position integer NOT NULL,
  content_type text NOT NULL,
  blob_key text NOT NULL,
  byte_length integer NOT NULL
);
CREATE INDEX health_link_file_by_link ON health_link_file (health_link_id);

-- When a link was opened, and who that was, as told.
CREATE TABLE health_link_opening (
  id uuid PRIMARY KEY,
  health_link_id uuid NOT NULL REFERENCES health_link ON DELETE CASCADE,
  opened_at timestamptz NOT NULL,
  recipient_sealed bytea NOT NULL
);
CREATE INDEX health_link_opening_by_link ON health_link_opening (health_link_id, opened_at)
