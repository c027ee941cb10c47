-- Identifying columns are sealed (AES-256-GCM); `*_lookup` columns are keyed hashes (HMAC-SHA-256) of the same values.
-- Days are Taipei days. Nothing in this schema tells what a request holds: outcomes and records are sealed per request.

CREATE TABLE account (
  id uuid PRIMARY KEY,
  national_id_lookup bytea NOT NULL UNIQUE,
  national_id_sealed bytea NOT NULL,
  name_sealed bytea NOT NULL,
  card_number_lookup bytea NOT NULL,
  password_hash text NOT NULL,
  status text NOT NULL CHECK (status IN ('applied', 'awaiting-confirmation', 'active')),
  created_at timestamptz NOT NULL,
  activated_at timestamptz
);

CREATE TABLE challenge (
  nonce_hash bytea PRIMARY KEY,
  expires_at timestamptz NOT NULL
);
CREATE INDEX challenge_by_expiry ON challenge (expires_at);

-- Failed logins of one pair of person or card and network, or of one network.
CREATE TABLE login_failure (
  subject bytea PRIMARY KEY,
  failures integer NOT NULL,
  blocked_until timestamptz NOT NULL,
  last_failed_at timestamptz NOT NULL
);
CREATE INDEX login_failure_by_time ON login_failure (last_failed_at);

CREATE TABLE session (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  token_hash bytea NOT NULL UNIQUE,
  key_thumbprint text NOT NULL,
  assurance text NOT NULL CHECK (assurance IN ('card-read', 'card-read-enrolled', 'certificate')),
  created_at timestamptz NOT NULL,
  last_used_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX session_by_expiry ON session (expires_at);
CREATE INDEX session_by_account ON session (account_id);

CREATE TABLE data_request (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  idempotency_key text NOT NULL,
  status text NOT NULL CHECK (status IN ('accepted', 'in-progress', 'completed', 'failed', 'expired')),
  requested_at timestamptz NOT NULL,
  requested_on date NOT NULL,
  -- The request's data key, wrapped by the key of its day; empty once expired.
  wrapped_key bytea,
  UNIQUE (account_id, idempotency_key)
);
CREATE INDEX data_request_by_account ON data_request (account_id, requested_at DESC);
CREATE INDEX data_request_by_day ON data_request (requested_on) WHERE wrapped_key IS NOT NULL;

CREATE TABLE request_section (
  request_id uuid NOT NULL REFERENCES data_request ON DELETE CASCADE,
  category text NOT NULL,
  position integer NOT NULL,
  finished boolean NOT NULL DEFAULT false,
  outcome_sealed bytea,
  records_sealed bytea,
  PRIMARY KEY (request_id, category)
);

CREATE TABLE archive (
  id uuid PRIMARY KEY,
  request_id uuid NOT NULL REFERENCES data_request ON DELETE CASCADE,
  -- Keyed hash of what was selected: the same selection is sealed once.
  selection_lookup bytea NOT NULL,
  blob_key text NOT NULL,
  byte_length bigint NOT NULL,
  sha256 text NOT NULL,
  created_at timestamptz NOT NULL,
  UNIQUE (request_id, selection_lookup)
);

CREATE TABLE audit (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL,
  account_id uuid,
  session_id uuid,
  action text NOT NULL,
  subject text
);
CREATE INDEX audit_by_account ON audit (account_id, at DESC);
