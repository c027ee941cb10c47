-- A new mobile number, which counts once the code that was sent to it has come back.

CREATE TABLE mobile_change (
  account_id uuid PRIMARY KEY REFERENCES account ON DELETE CASCADE,
  mobile_sealed bytea NOT NULL,
  code_hash text NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  expires_at timestamptz NOT NULL
);
CREATE INDEX mobile_change_by_expiry ON mobile_change (expires_at);
