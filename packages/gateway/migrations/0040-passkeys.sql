-- Passkeys: public keys with which people log in after they have proved themselves once by card or certificate.

CREATE TABLE passkey (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  credential_lookup bytea NOT NULL UNIQUE,
  -- The credential's id, its public key and its name.
  details_sealed bytea NOT NULL,
  assurance text NOT NULL,
  -- Signatures that the device has made; 0 where it keeps no count.
  counter bigint NOT NULL,
  synced boolean NOT NULL,
  added_at timestamptz NOT NULL,
  last_used_at timestamptz,
  mac bytea NOT NULL
);
CREATE INDEX passkey_by_account ON passkey (account_id);

-- What a key has opened ends with it.
ALTER TABLE session ADD COLUMN passkey_id uuid REFERENCES passkey ON DELETE CASCADE;
CREATE INDEX session_by_passkey ON session (passkey_id) WHERE passkey_id IS NOT NULL;
ALTER TABLE connect_code ADD COLUMN passkey_id uuid REFERENCES passkey ON DELETE CASCADE;

-- One at a time for each account; it ends with the session in which it began.
CREATE TABLE passkey_enrolment (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL UNIQUE REFERENCES account ON DELETE CASCADE,
  session_id uuid NOT NULL REFERENCES session ON DELETE CASCADE,
  session_key text NOT NULL,
  embedder text,
  assurance text NOT NULL,
  ticket_hash bytea NOT NULL UNIQUE,
  expires_at timestamptz NOT NULL,
  -- The device that has opened it, and what it was asked to sign.
  opener_key text,
  challenge_hash bytea,
  -- The key that it has made, and the code that the session has to confirm.
  created_sealed bytea,
  code_lookup bytea,
  code_attempts integer NOT NULL DEFAULT 0,
  mac bytea NOT NULL
);
CREATE INDEX passkey_enrolment_by_expiry ON passkey_enrolment (expires_at)
